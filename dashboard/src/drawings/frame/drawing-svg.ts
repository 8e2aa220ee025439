/** A picture that stands alone: no style sheet, no variable, no font from outside. */
export interface PlainSvg {
  text: string;
  width: number;
  height: number;
}

const marginPx = 16;
const titlePx = 30;
const svgNamespace = 'http://www.w3.org/2000/svg';

/**
 * Redraws what the browser shows of an element under a title as one plain SVG: words become text at the place the browser gave
 * them, nested drawings are copied with their computed looks.
 */
export function drawingSvg(element: HTMLElement, title: string): PlainSvg {
  const box = element.getBoundingClientRect();
  const width = Math.ceil(box.width) + 2 * marginPx;
  const height = Math.ceil(box.height) + 2 * marginPx + titlePx;
  const root = document.createElementNS(svgNamespace, 'svg');
  setAll(root, { xmlns: svgNamespace, width, height, viewBox: `0 0 ${width} ${height}` });
  const ground = document.createElementNS(svgNamespace, 'rect');
  setAll(ground, { width, height, fill: groundColor(element) });
  root.append(ground);
  root.append(heading(title, element));
  redraw(element, root, { x: box.left - marginPx, y: box.top - marginPx - titlePx });
  return { text: new XMLSerializer().serializeToString(root), width, height };
}

function heading(title: string, element: HTMLElement): SVGElement {
  const style = getComputedStyle(element);
  const line = document.createElementNS(svgNamespace, 'text');
  setAll(line, {
    x: marginPx,
    y: marginPx + 13,
    fill: style.color,
    'font-family': style.fontFamily,
    'font-size': '15px',
    'font-weight': 600,
  });
  line.textContent = title;
  return line;
}

type Origin = { x: number; y: number };

function redraw(node: Element, into: SVGElement, origin: Origin): void {
  const style = getComputedStyle(node);
  if (style.display === 'none' || style.visibility === 'hidden' || node.hasAttribute('data-not-in-picture')) return;
  if (node instanceof SVGSVGElement) {
    into.append(copySvg(node, origin));
    return;
  }
  for (const child of node.childNodes) {
    if (child instanceof Text) redrawText(child, style, into, origin);
    else if (child instanceof Element) redraw(child, into, origin);
  }
  redrawRule(node, style, into, origin);
}

function redrawText(text: Text, style: CSSStyleDeclaration, into: SVGElement, origin: Origin): void {
  const words = text.data.replace(/\s+/g, ' ');
  const range = document.createRange();
  range.selectNodeContents(text);
  const box = range.getBoundingClientRect();
  if (words.trim() === '' || box.width <= 1 || style.clipPath !== 'none') return;
  const line = document.createElementNS(svgNamespace, 'text');
  setAll(line, {
    x: round(box.left - origin.x),
    y: round(box.top - origin.y + box.height / 2),
    'dominant-baseline': 'central',
    fill: style.color,
    'font-family': style.fontFamily,
    'font-size': style.fontSize,
    'font-weight': style.fontWeight,
    // Another font on the reader's machine must not run over its neighbours.
    textLength: round(box.width),
    lengthAdjust: 'spacingAndGlyphs',
    style: 'font-variant-numeric: tabular-nums',
  });
  line.textContent = words;
  into.append(line);
}

/** Hairlines under rows are borders on screen. */
function redrawRule(node: Element, style: CSSStyleDeclaration, into: SVGElement, origin: Origin): void {
  const box = node.getBoundingClientRect();
  for (const [side, y] of [
    ['Top', box.top],
    ['Bottom', box.bottom],
  ] as const) {
    if (Number.parseFloat(style[`border${side}Width`]) === 0 || style[`border${side}Style`] === 'none') continue;
    const rule = document.createElementNS(svgNamespace, 'line');
    setAll(rule, {
      x1: round(box.left - origin.x),
      x2: round(box.right - origin.x),
      y1: round(y - origin.y),
      y2: round(y - origin.y),
      stroke: style[`border${side}Color`],
    });
    into.append(rule);
  }
}

const copiedLooks = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'opacity',
  'display',
  'visibility',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'transform',
  'transform-box',
  'transform-origin',
  'overflow',
];

function copySvg(drawing: SVGSVGElement, origin: Origin): SVGElement {
  const box = drawing.getBoundingClientRect();
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  copies.forEach((each, index) => {
    const original = originals[index];
    if (!original) return;
    const style = getComputedStyle(original);
    // Spelled out as attributes: drawing programs read few style sheets, and links make no sense in a picture.
    each.setAttribute('style', plainLooks(style));
    for (const name of ['class', 'href', 'tabindex', 'role', 'aria-label']) each.removeAttribute(name);
  });
  setAll(copy, { x: round(box.left - origin.x), y: round(box.top - origin.y), width: round(box.width), height: round(box.height) });
  return copy;
}

function plainLooks(style: CSSStyleDeclaration): string {
  const looks = copiedLooks.map((look) => [look, style.getPropertyValue(look)] as const);
  // "transform: none" would undo a pattern's own turn.
  return looks
    .flatMap(([look, value]) => (value === '' || (look === 'transform' && value === 'none') ? [] : [`${look}:${value}`]))
    .join(';');
}

function groundColor(element: HTMLElement): string {
  return getComputedStyle(element).getPropertyValue('--st-surface').trim() || 'white';
}

function setAll(element: Element, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

function round(px: number): number {
  return Math.round(px * 100) / 100;
}
