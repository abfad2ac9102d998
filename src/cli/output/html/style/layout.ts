/** The page as a whole, and the filters. */
export const LAYOUT = `
*, *::before, *::after { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 100%/1.55 var(--sans); -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 84rem; padding: 0 1rem 4rem; overflow-wrap: anywhere; }
h1, h2, h3, h4, p, dl, dd, ul, ol, pre { margin: 0; }
ul, ol { list-style: none; padding: 0; }
code, pre, .path, .place { font-family: var(--mono); font-size: 0.9em; }
.word { white-space: nowrap; }
a { color: var(--link); text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
[hidden] { display: none !important; }
h2 { font-size: 1.25rem; line-height: 1.3; font-weight: 650; letter-spacing: -0.01em; margin: 0 0 1rem; }
main > section { margin-top: 3rem; scroll-margin-top: 1.5rem; }
.skip { position: absolute; left: 1rem; top: -4rem; background: var(--card); padding: 0.5rem 0.75rem; z-index: 1; }
.skip:focus { top: 0.5rem; }
.columns { display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 1fr); }
.contents { display: none; }

#filters { display: grid; gap: 0.75rem; grid-template-columns: repeat(2, minmax(0, 1fr)); padding: 1rem;
  background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
#filters .wide { grid-column: 1 / -1; }
label { display: block; margin-bottom: 0.25rem; font-size: 0.8125rem; color: var(--muted); }
input, select, button { font: inherit; font-size: 0.9375rem; color: inherit; background: var(--paper);
  border: 1px solid var(--edge); border-radius: 6px; min-height: 2.5rem; padding: 0.25rem 0.625rem; }
input, select { width: 100%; min-width: 0; text-overflow: ellipsis; }
input::placeholder { color: var(--muted); opacity: 1; }
button { flex: none; cursor: pointer; white-space: nowrap; }
button:hover:enabled { border-color: var(--ink); }
button:disabled { color: var(--muted); border-color: var(--line); cursor: default; }
.shown { display: flex; gap: 0.75rem; align-items: center; justify-content: space-between; font-size: 0.875rem; }

@media (min-width: 64rem) {
  body { padding: 0 2rem 6rem; }
  .columns { gap: 2.5rem; grid-template-columns: 17rem minmax(0, 1fr); align-items: start; }
  .aside { position: sticky; top: 1.5rem; max-height: calc(100vh - 3rem); overflow: auto; padding: 3px; margin: -3px; }
  #filters { grid-template-columns: minmax(0, 1fr); }
  .contents { display: block; margin-top: 1.5rem; font-size: 0.875rem; }
  .contents h3 { font-size: 0.8125rem; font-weight: 400; color: var(--muted); margin-bottom: 0.375rem; }
  .contents a { display: flex; justify-content: space-between; align-items: baseline; gap: 0.75rem;
    padding: 0.25rem 0.5rem; margin: 0 -0.5rem; color: inherit; text-decoration: none; border-radius: 6px; }
  .contents a:hover { background: var(--sunken); }
  .contents .count { color: var(--muted); font-variant-numeric: tabular-nums; }
}
@media (prefers-reduced-motion: no-preference) {
  html { scroll-behavior: smooth; }
}
`;
