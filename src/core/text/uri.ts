/**
 * A web address as RFC 3986 spells it, for formats that hold it to that: browsers take letters of any script, bars and lone percent
 * signs as they are; here they are encoded. The host may hold brackets (IPv6), what follows it may not.
 */
export const uri = (address: string): string =>
  new URL(address).href.replace(/(?<=^\w+:\/\/[^/]*\/.*)(?:[|\\^`{}[\]]|%(?![\da-f]{2}))/gi, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
