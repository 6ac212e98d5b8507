import { useEffect, useState } from 'react';

/** A QR picture of a secret text, drawn in the browser so that the secret goes nowhere; the encoder is loaded when needed. */
export function useQrPicture(text: string | undefined): string | undefined {
  const [picture, setPicture] = useState<string>();
  useEffect(() => {
    let isGone = false;
    setPicture(undefined);
    if (text === undefined) return;
    void import('qrcode').then(async ({ default: qrcode }) => {
      const drawn = await qrcode.toDataURL(text, { margin: 2, scale: 6 });
      if (!isGone) setPicture(drawn);
    });
    return () => {
      isGone = true;
    };
  }, [text]);
  return picture;
}
