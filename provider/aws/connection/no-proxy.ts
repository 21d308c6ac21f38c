import { BlockList, isIP } from "node:net";

/** Whether a host is to be asked straight: the list is read as `NO_PROXY` is. */
export function isExempt(hostname: string, port: number | undefined, none = ""): boolean {
  const host = hostname.toLowerCase().replace(/^\[|\]$/g, "");
  return none
    .toLowerCase()
    .split(",")
    .map((entry) => entry.trim())
    .some((entry) => entry === "*" || (isIP(host) ? isAddressOf(entry, host, port) : isDomainOf(entry, host, port)));
}

/** `10.0.0.1`, `10.0.0.1:8080`, `10.0.0.0/8`. */
function isAddressOf(entry: string, host: string, port: number | undefined): boolean {
  const [network = "", prefix] = entry.split("/");
  if (prefix !== undefined) {
    const [family, ofHost] = [isIP(network), isIP(host)];
    if (family === 0 || family !== ofHost || !/^\d+$/.test(prefix) || Number(prefix) > (family === 4 ? 32 : 128)) return false;
    const type = family === 4 ? "ipv4" : "ipv6";
    const range = new BlockList();
    range.addSubnet(network, Number(prefix), type);
    return range.check(host, type);
  }
  if (entry === host) return true;
  const [, address, ofPort] = /^\[?([^\]]+)\]?:(\d+)$/.exec(entry) ?? [];
  return address === host && Number(ofPort) === port;
}

/** `example.com` with all below it, `.example.com` and `*.example.com` without itself. */
function isDomainOf(entry: string, host: string, port: number | undefined): boolean {
  const [, name = "", ofPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
  if (name === "" || (ofPort !== undefined && Number(ofPort) !== port)) return false;
  const domain = name.replace(/^\*?\./, "");
  return host.endsWith(`.${domain}`) || (host === domain && domain === name);
}
