/** A picture ready to leave. */
export interface Shrunk {
  blob: Blob;
  width: number;
  height: number;
}

const longestSide = 2048;
const smallEnough = 400_000;

/**
 * Makes a large photo smaller before it travels over a weak network. Only a courtesy: the server checks and re-encodes
 * everything itself, so whatever cannot be read here is sent as it is and refused there with a clear word.
 */
export async function shrinkPicture(file: Blob): Promise<Shrunk> {
  const bitmap = await readBitmap(file);
  if (!bitmap) return { blob: file, width: 0, height: 0 };
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  if (scale === 1 && file.size <= smallEnough) return { blob: file, width, height };
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  return blob && blob.size < file.size ? { blob, width, height } : { blob: file, width, height };
}

async function readBitmap(file: Blob): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return undefined;
  }
}
