/** The head of the page, and the list of what the user must look at. */
export const SUMMARY = `
.summary { padding-top: 3rem; max-width: 60rem; }
.command { color: var(--muted); font-size: 0.9375rem; }
h1 { margin-top: 0.5rem; font-size: clamp(1.625rem, 1.2rem + 2vw, 2.375rem); line-height: 1.2; font-weight: 650;
  letter-spacing: -0.02em; text-wrap: balance; }
.bar { display: block; width: 100%; height: 0.5rem; margin-top: 1.75rem; border-radius: 99px; overflow: hidden; }
.bar .found { fill: var(--found); } .bar .planned { fill: var(--planned); } .bar .rewritten { fill: var(--rewritten);
  } .bar .left { fill: var(--left); } .bar .meant { fill: var(--edge); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 1rem 2rem;
  margin: 1.5rem 0; }
.figures > div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.figures dd { font-size: 2rem; line-height: 1.2; font-weight: 600; letter-spacing: -0.02em;
  font-variant-numeric: tabular-nums; }
.figures dt { font-size: 0.9375rem; color: var(--muted); }
.figures dt::before { content: ""; display: inline-block; width: 0.625rem; height: 0.625rem; margin-right: 0.5rem;
  border-radius: 50%; background: var(--edge); }
.figures .found dt::before { background: var(--found); } .figures .planned dt::before { background: var(--planned); }
  .figures .rewritten dt::before { background: var(--rewritten); }
.figures .left dt::before { background: var(--left); } .figures .failed dt::before { background: var(--failed); }
.figures .none dd { font-weight: 400; color: var(--muted); }
.figures .none dt::before { background: none; border: 1px solid var(--edge); }
.remark { color: var(--muted); max-width: 46rem; }

.person { max-width: 60rem; }
.group { padding: 1rem 0; border-top: 1px solid var(--line); }
.group:last-child { border-bottom: 1px solid var(--line); }
.group h3 { font-size: 1rem; font-weight: 600; margin-bottom: 0.5rem; }
.group > ul { display: grid; gap: 1rem; }
.group > ul.steps { gap: 0.375rem; }
.places { margin-top: 0.25rem; }
.places li { display: flex; flex-wrap: wrap; gap: 0 0.75rem; align-items: baseline; padding: 0.125rem 0; }
.group .place { color: var(--muted); font-size: 0.8125rem; }
@media (min-width: 40rem) {
  .group { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 1rem; }
  .group h3 { margin: 0; }
}
.unknown { margin-top: 0.75rem; }
.unknown .place { color: var(--muted); }
`;
