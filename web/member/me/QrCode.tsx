import { useEffect, useState, type ReactElement } from 'react';

/** A QR code, dark on white in both themes, drawn here: the link in it must not travel anywhere else. */
export function QrCode({ text, label }: { text: string; label: string }): ReactElement {
  const [code, setCode] = useState<{ size: number; path: string }>();
  useEffect(() => {
    let isCurrent = true;
    void drawCode(text).then((drawn) => isCurrent && setCode(drawn));
    return () => {
      isCurrent = false;
    };
  }, [text]);
  const edge = (code?.size ?? 33) + 8;
  return (
    <div className="qr-box">
      <svg viewBox={`-4 -4 ${edge} ${edge}`} role="img" aria-label={label} shapeRendering="crispEdges">
        <rect x="-4" y="-4" width={edge} height={edge} fill="#fff" />
        <path d={code?.path} fill="#231F1C" />
      </svg>
    </div>
  );
}

async function drawCode(text: string): Promise<{ size: number; path: string }> {
  const { create } = await import('qrcode');
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) path += `M${column} ${row}h1v1h-1z`;
  }
  return { size: modules.size, path };
}
