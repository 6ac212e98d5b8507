import QRCode from 'qrcode';

/** Side of the picture in pixels: least, most, and when nobody asks. */
export const qrSize = { least: 64, most: 2048, usual: 512 } as const;

const options = { errorCorrectionLevel: 'M', margin: 4 } as const;

/** An address as a PNG picture, `size` pixels wide. */
export function drawQrPng(address: string, size: number): Promise<Buffer> {
  return QRCode.toBuffer(address, { ...options, type: 'png', width: size });
}

/** An address as an SVG picture; the address stands in its title too. */
export async function drawQrSvg(address: string, size: number): Promise<string> {
  const svg = await QRCode.toString(address, { ...options, type: 'svg', width: size });
  return svg.replace('>', `><title>${escapeXml(address)}</title>`);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
