/**
 * The two palettes. Every text has a contrast of at least 4.5 to 1 with its background, and color is never the only
 * sign of a meaning.
 */
export const COLOURS = `
:root {
  color-scheme: light dark;
  --paper: #faf9f7; --card: #ffffff; --sunken: #f5f3f0; --ink: #1d1b19; --muted: #625d57; --line: #e2ded8;
    --edge: #87817a; --link: #0a5a8a;
  --found: #9a4a08; --found-soft: #fcefdf; --planned: #1f56a8; --planned-soft: #e7eefa; --rewritten: #1d6b3c;
    --rewritten-soft: #e3f3e8;
  --left: #8a4b00; --left-soft: #fdf0d5; --meant: #57524d; --meant-soft: #efece8; --failed: #a1261f;
  --gone: #fcedeb; --gone-more: #f7cfca; --gone-mark: #a1261f; --come: #e8f5ec; --come-more: #bfe5cb;
    --come-mark: #1d6b3c; --here: #fdf3dd; --here-mark: #8a4b00;
  --sans: ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
  --mono: ui-monospace, SFMono-Regular, "SF Mono", Menlo, "Cascadia Mono", Consolas, "Liberation Mono",
    "DejaVu Sans Mono", monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #141517; --card: #1b1c1f; --sunken: #222327; --ink: #e9e6e1; --muted: #a9a49d; --line: #303136;
      --edge: #7b7770; --link: #8cc4ee;
    --found: #f1b275; --found-soft: #38270f; --planned: #a5c6fa; --planned-soft: #1a2941; --rewritten: #93d8ab;
      --rewritten-soft: #15301f;
    --left: #f0c674; --left-soft: #362a10; --meant: #c2bdb6; --meant-soft: #2b2c30; --failed: #f5aaa3;
    --gone: #35191a; --gone-more: #6a2c2b; --gone-mark: #f5aaa3; --come: #142b1d; --come-more: #23573a;
      --come-mark: #93d8ab; --here: #2f2713; --here-mark: #f0c674;
  }
}
`;
