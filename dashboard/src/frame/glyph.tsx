export type GlyphName = keyof typeof paths;

/** Small pictures of our own drawings, for the rail when it is narrow. */
export function Glyph({ name }: { name: GlyphName }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      {paths[name]}
    </svg>
  );
}

const paths = {
  bell: <path d="M3 11.5h10L11.7 9.5V7a3.7 3.7 0 0 0-7.4 0v2.5zM6.5 13.8h3" />,
  ledger: (
    <>
      <path d="M8 1.5v13" />
      <path d="M2.5 4.5H8M5 8H8M8 8h5.5M8 11.5h3.5M6.5 11.5H8" />
    </>
  ),
  teams: <path d="M2 4h12M2 8h9M2 12h5.5" />,
  clock: (
    <>
      <path d="M1.5 6h4v4h-4zM5.5 6h5v4h-5z" />
      <path d="M10.5 6h4v4h-4z" fill="currentColor" />
    </>
  ),
  matrix: (
    <>
      <path d="M2.5 2.5h4v4h-4z" fill="currentColor" />
      <path d="M10 3h2.5v2.5H10zM3 10h2.5v2.5H3z" />
      <path d="M9.5 9.5h4v4h-4z" fill="currentColor" />
    </>
  ),
  pages: <path d="M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3M5.5 8h5M5.5 11h5" />,
  settings: <path d="M2 4.5h6M11.5 4.5H14M8 2.5v4h3.5v-4zM2 11.5h2.5M8 11.5h6M4.5 9.5v4H8v-4z" />,
  connection: (
    <>
      <circle cx="3.5" cy="8" r="2" />
      <circle cx="12.5" cy="8" r="2" />
      <path d="M5.5 8h5" />
    </>
  ),
};
