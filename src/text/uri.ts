/**
 * A web address as RFC 3986 spells it, for formats that hold it to that: browsers take letters of any script, bars and
 * lone percent signs as they are; here they are encoded. The host may hold brackets (IPv6), what follows it may not.
 */
export function uri(address: string): string {
  const { href } = new URL(address)
  const path = href.indexOf('/', href.indexOf('//') + 2)
  return (
    href.slice(0, path) +
    href
      .slice(path)
      .replace(/[|\\^`{}[\]]|%(?![\da-f]{2})/gi, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  )
}
