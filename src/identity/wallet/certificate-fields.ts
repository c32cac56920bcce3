import type { X509Certificate } from "node:crypto";

/** What node does not tell of a certificate (RFC 5280, section 4.2): the rest of its extensions, in DER. */
export interface CertificateFields {
  /** How many issuers may stand between it and a leaf; null: any number, or no word of it. */
  readonly pathLength: number | null;
  /** `digitalSignature`; also a key without any usage in its certificate. */
  readonly maySignData: boolean;
  /** Whether it has no critical extension besides those that are looked at. */
  readonly isUnderstood: boolean;
}

/** Object identifiers as their bytes in hexadecimal. */
const KEY_USAGE = "551d0f";
const BASIC_CONSTRAINTS = "551d13";
/** Also the alternative names, the policies and the purposes of the key, which are looked at elsewhere or bind nobody here. */
const UNDERSTOOD: ReadonlySet<string> = new Set([KEY_USAGE, BASIC_CONSTRAINTS, "551d11", "551d20", "551d25"]);

const DIGITAL_SIGNATURE = 0x80;
const [BOOLEAN, INTEGER, OCTETS, EXTENSIONS] = [0x01, 0x02, 0x04, 0xa3];

/** @throws RangeError for what is not DER, which node would not have read */
export function certificateFields(certificate: X509Certificate): CertificateFields {
  const extensions = extensionsOf(certificate.raw);
  const extension = (id: string) => extensions.find((one) => one.id === id)?.value;
  const [constraints, usage] = [extension(BASIC_CONSTRAINTS), extension(KEY_USAGE)];
  const length = constraints && itemsOf(onlyItem(constraints)).find(({ tag }) => tag === INTEGER);
  return {
    pathLength: length ? Number.parseInt(length.content.toString("hex"), 16) : null,
    // A string of bits begins with how many of its last byte are unused.
    maySignData: !usage || (onlyItem(usage).readUInt8(1) & DIGITAL_SIGNATURE) !== 0,
    isUnderstood: extensions.every(({ id, isCritical }) => !isCritical || UNDERSTOOD.has(id)),
  };
}

interface Extension {
  readonly id: string;
  readonly isCritical: boolean;
  readonly value: Buffer;
}

/** They stand last in the part that is signed. */
function extensionsOf(der: Buffer): Extension[] {
  const signedPart = itemsOf(onlyItem(der))[0]?.content ?? Buffer.alloc(0);
  const list = itemsOf(signedPart).find(({ tag }) => tag === EXTENSIONS);
  return list ? itemsOf(onlyItem(list.content)).map(({ content }) => extensionIn(itemsOf(content))) : [];
}

function extensionIn(items: readonly DerItem[]): Extension {
  const value = items.find(({ tag }) => tag === OCTETS)?.content ?? Buffer.alloc(0);
  const isCritical = items.some(({ tag }) => tag === BOOLEAN); // Written only where it is true.
  return { id: items[0]?.content.toString("hex") ?? "", isCritical, value };
}

interface DerItem {
  readonly tag: number;
  readonly content: Buffer;
}

const onlyItem = (bytes: Buffer): Buffer => itemsOf(bytes)[0]?.content ?? Buffer.alloc(0);

/** Tag, length, content, one after the other: lengths below 128 are one byte, others say in it how many bytes they are. */
function itemsOf(bytes: Buffer): DerItem[] {
  const items: DerItem[] = [];
  let at = 0;
  while (at < bytes.length) {
    const tag = bytes.readUInt8(at);
    const first = bytes.readUInt8(at + 1);
    const wide = first < 0x80 ? 0 : first - 0x80;
    const length = first < 0x80 ? first : bytes.readUIntBE(at + 2, wide);
    const from = at + 2 + wide;
    items.push({ tag, content: bytes.subarray(from, from + length) });
    at = from + length;
  }
  return items;
}
