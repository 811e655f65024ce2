/** Every form in which a passage may stand in a body, each with words of its own. */
export const PASSAGES = `
Harbor paid <Restricted tlp="AMBER">a sum of tektite to Acme</Restricted> in May.

- First item
- <Restricted tlp="AMBER">Second item with greywacke words inside it</Restricted>

| Who | What |
|---|---|
| Harbor | <Restricted tlp="AMBER">a cell whose basalt words few may read</Restricted> |

<Restricted tlp="AMBER">

## A heading of pumice for some readers

Words with \`code of the felsite kind\` and [a link to the gneiss pages](https://example.org/gneiss-place).

![A drawing of the rhyolite rack](rack.png)

\`\`\`
a block of dolerite code lines
\`\`\`

</Restricted>

## A heading <Restricted tlp="AMBER">with a gabbro end</Restricted>

In **bold <Restricted tlp="AMBER">words of marble</Restricted>** and
[a link <Restricted tlp="AMBER">to travertine</Restricted>](https://example.org/).

<Restricted tlp="AMBER">

> A quotation of schist.

- One
  - Another

    <Restricted tlp="RED">

    Deep words of komatiite.

    | Sum |
    |---|
    | a cell of peridotite |

    </Restricted>

</Restricted>

<Restricted tlp="AMBER"><Figure src="rack.png" alt="The rack seen from the porphyry side" caption="Where the andesite cable ran along" /></Restricted>
`
/** Words of the passages, each of which stands in no other text. */
export const WORDS = [
  'tektite',
  'greywacke',
  'basalt',
  'pumice',
  'felsite',
  'gneiss',
  'rhyolite',
  'dolerite',
  'porphyry',
  'andesite',
  'gabbro',
  'marble',
  'travertine',
  'schist',
]
/** Words of a passage within a passage, which only the fewest read. */
export const DEEPER = ['komatiite', 'peridotite']
