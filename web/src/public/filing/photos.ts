/** As records.ts has it; test/web holds the two together. */
export const MOST_PHOTOS = 3;
export const PHOTO_BYTES = 300 * 1024;

/** Photos made small on the phone, as base64; `unread` says whether one of them was no picture. */
export async function readPhotos(files: readonly File[]): Promise<{ photos: string[]; unread: boolean }> {
  const { compress } = await import("../../shared/compress.ts");
  const made = await Promise.all(files.map((file) => compress(file, PHOTO_BYTES)));
  const photos = await Promise.all(made.flatMap((bytes) => (bytes ? [toBase64(bytes)] : [])));
  return { photos, unread: photos.length < files.length };
}

function toBase64(bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  });
}
