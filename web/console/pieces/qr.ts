import { useEffect, useState } from 'react';

/** A QR picture of a secret text, drawn in the browser so that the secret goes nowhere; the encoder is loaded when needed. */
export function useQrPicture(text: string | undefined): string | undefined {
  const [drawn, setDrawn] = useState<{ text: string; picture: string }>();
  useEffect(() => {
    if (text === undefined) return;
    let isGone = false;
    void import('qrcode').then(async ({ default: qrcode }) => {
      const picture = await qrcode.toDataURL(text, { margin: 2, scale: 6 });
      if (!isGone) setDrawn({ text, picture });
    });
    return () => {
      isGone = true;
    };
  }, [text]);
  return drawn?.text === text ? drawn?.picture : undefined;
}
