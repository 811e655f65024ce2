/**
 * Puts a text on the clipboard. The text may still be on its way: browsers ask that copying begins in the click itself.
 * Gives whether it worked; false where the browser refuses or has no clipboard for this page.
 */
export async function copyText(text: Promise<string>): Promise<boolean> {
  try {
    if (typeof ClipboardItem === 'undefined') await navigator.clipboard.writeText(await text)
    else
      await navigator.clipboard.write([
        new ClipboardItem({ 'text/plain': text.then((words) => new Blob([words], { type: 'text/plain' })) }),
      ])
    return true
  } catch {
    return false
  }
}
