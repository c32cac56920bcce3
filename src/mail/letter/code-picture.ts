import { crc32, deflateSync } from "node:zlib";
import { encode } from "uqr";

/** Dots of a side of each square */
const DOTS = 6;
/** Light around it, by which a scanner finds it */
const BORDER = 2;

/** The code for the screen at the entrance, as a picture that lies in the message itself: a PNG (ISO 15948) of black and white. */
export function codePicture(reference: string): Buffer {
  const { data, size } = encode(reference, { ecc: "M", border: BORDER });
  const side = size * DOTS;
  const lines = data.flatMap((row) => Array.from({ length: DOTS }, () => lineOf(row)));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // One bit a dot, grey.
  header[8] = 1;
  const parts = [part("IHDR", header), part("IDAT", deflateSync(Buffer.concat(lines))), part("IEND", Buffer.alloc(0))];
  return Buffer.concat([SIGNATURE, ...parts]);
}

const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

/** Unfiltered, as its first byte says; light dots are ones. */
function lineOf(row: readonly boolean[]): Buffer {
  const line = Buffer.alloc(1 + Math.ceil((row.length * DOTS) / 8));
  for (const [x, isDark] of row.entries())
    for (let dot = x * DOTS; !isDark && dot < (x + 1) * DOTS; dot++) {
      const at = 1 + (dot >> 3);
      line.writeUInt8(line.readUInt8(at) | (0x80 >> (dot & 7)), at);
    }
  return line;
}

function part(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
