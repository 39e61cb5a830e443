/** Longest edge and quality, tried in turn until the picture is small enough. */
const TRIES = [
  { edge: 1600, quality: 0.82 },
  { edge: 1600, quality: 0.65 },
  { edge: 1280, quality: 0.65 },
  { edge: 1024, quality: 0.6 },
  { edge: 800, quality: 0.5 },
  { edge: 640, quality: 0.4 },
] as const;

function draw(image: ImageBitmap, edge: number): HTMLCanvasElement {
  const scale = Math.min(1, edge / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("this browser cannot draw pictures");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

const encode = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));

/**
 * A photo of the phone's camera as a JPEG of at most so many bytes, made on the device. Drawing it anew also leaves out where
 * it was taken and by which phone. Undefined when the file is no picture that this browser can read.
 */
export async function compress(file: Blob, mostBytes: number): Promise<Uint8Array | undefined> {
  const image = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => undefined);
  if (!image) return undefined;
  try {
    for (const { edge, quality } of TRIES) {
      const blob = await encode(draw(image, edge), quality);
      if (blob && blob.size <= mostBytes) return new Uint8Array(await blob.arrayBuffer());
    }
    return undefined;
  } finally {
    image.close();
  }
}
