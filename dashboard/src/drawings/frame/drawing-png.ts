import type { PlainSvg } from './drawing-svg.ts';

const pixelsPerPoint = 2;

/** Rasters a plain SVG at twice its size; throws when the browser cannot draw it. */
export async function drawingPng(svg: PlainSvg): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = svg.width * pixelsPerPoint;
  canvas.height = svg.height * pixelsPerPoint;
  const context = canvas.getContext('2d');
  if (!context) throw new Error(`no 2d canvas of ${canvas.width} × ${canvas.height} for the picture of the drawing`);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the browser gave no PNG of the drawing'))), 'image/png');
  });
}
