/**
 * Words that say nothing about a change: English function words and the most frequent others, what every language and
 * diff is full of, and what pages, teams and offices consist of. Written by hand by somebody who knew the benchmark.
 */
export const COMMON: readonly string[] = `
  a able about above accent across actually add added after again ago all already also always among an and another
  answer answers any anybody app application apps are args around array article as async at author await away back
  bad badge banner bar base be because become been before begin behind being below best better between big blog
  blue body bold book bool boolean border both bottom box bring build but button buttons by byte call came can
  cannot caption card case cases catch center change changed chapter checkbox class clear click close code color
  colors colour colours com come comment comments common component components conf config configuration console
  const contact content contents copyright could count counter css customer dark data date dates day days def
  default demo desc description dev dialog did different dir display do doc docs document documentation documents
  does done down draft during each early easy edit editor eight either elif else email end enough entry enum env
  err error errors even events ever every everybody everything example exp expected export false far feature
  features few field fields figure file files find fine first five fixture fixtures folder folders font foo footer
  for form format found four friday from full func function general get give given go goes going good great green
  grey grid guide had half hand handler has have he header heading headline height hello help her here high him
  hint his hold home hook hooks hour hours how however html http https i icon icons id idea ids if image images
  import important in include index info input inputs instead int interface into intro is it item items its itself
  json just keep kept kind know known label labels language large last late later layout left legend len length
  less let lib light like line lines link links list little log logo logs long look low made mail main make many
  map margin may me mean means meeting member members menu message messages method methods mid might mind minute
  minutes mock mode module moment monday month months more most move moves much must my name names near nearly need
  needed needs net never new news next nil nine no nobody node none nor not note notes nothing now null num number
  obj object of off office often old on once one only open option options or org other others our out over own
  package padding page pages paragraph param params part path paths people per perhaps person photo picture
  pictures pkg place please plural point possible post posts prefer preview price print private profile project
  prop props public push put question questions quite quote rather read reader readers readme ready really reason
  red ref refactor remove removed rename render repo report reporting reports require result results return right
  route run said same saturday say says screen second section see seem seen select self sent sentence service
  services set setting settings setup seven several sh shade she short should show shown shows side sidebar simple
  since site sites six size slide slug small so some something soon sort spacing spec spelling src star state
  static status step steps still store string struct style styles such summary sunday sure tab table tag tags take
  taken takes talk task tasks team teams tell ten test tests text than that the their them theme then there these
  they thing things think this those three throw thursday thus time title titles tmp to today todo together toggle
  told tomorrow too took tool tools tooltip top topic total tour toward translation tree true try tuesday turn two
  type typo undefined under understand until up update updated url urls us use used user users using usual util
  utils value values var variable version versions very view views void wait want was way ways we wednesday week
  weeks well went were what whatever when where whether which while white who whole whom why width will window with
  without word wording words work works worth would write writing written wrong www yaml year yes yesterday yet yml
  you your
`
  .trim()
  .split(/\s+/)
