/** Routes and their findings. */
export const FINDINGS = `
.routes { display: grid; gap: 2.5rem; grid-template-columns: minmax(0, 1fr); }
.route h3 { font-size: 1.0625rem; line-height: 1.4; font-weight: 650; }
.route h3 code { font-size: 1em; }
.facts { margin: 0.125rem 0 0.875rem; font-size: 0.875rem; color: var(--muted); }
.facts li { display: inline; }
.facts li + li::before { content: "\\B7"; margin: 0 0.5rem; }
.site { margin-top: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px;
  overflow: hidden; scroll-margin-top: 1.5rem; }
.route { scroll-margin-top: 1.5rem; }
.drain { max-width: 60rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px;
  overflow: hidden; }
.drain + .drain { margin-top: 1rem; }
.drain p { padding: 0 1rem; }
.drain p:first-child { padding-top: 0.75rem; }
.drain .place { padding-bottom: 0.75rem; font-size: 0.8125rem; color: var(--muted); }
.drain .place code { font-size: 1em; }
.drain .code { border-bottom: 0; }
.site:target { border-color: var(--link); box-shadow: 0 0 0 2px var(--link); }
.site header { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem; align-items: baseline;
  padding: 0.75rem 1rem; }
.site h4 { font-size: 1rem; font-weight: 600; line-height: 1.5; }
.site header .place { grid-column: 1 / -1; font-size: 0.8125rem; color: var(--muted); }
.site header .place code { font-size: 1em; }
.badge { padding: 0.125rem 0.625rem; border-radius: 99px; font-size: 0.8125rem; line-height: 1.5; font-weight: 600;
  white-space: nowrap; }
.badge.found { color: var(--found); background: var(--found-soft); } .badge.planned { color: var(--planned);
  background: var(--planned-soft); }
.badge.rewritten { color: var(--rewritten); background: var(--rewritten-soft); } .badge.left { color: var(--left);
  background: var(--left-soft); }
.badge.meant { color: var(--meant); background: var(--meant-soft); }
.site dl { display: grid; gap: 0.375rem; padding: 0.875rem 1rem; font-size: 0.9375rem; }
.site dt { font-size: 0.875rem; color: var(--muted); }
.form { padding: 0.0625rem 0.4375rem; border: 1px solid var(--line); border-radius: 4px; font: 0.8125rem var(--mono);
  color: var(--muted); white-space: nowrap; }
@media (min-width: 40rem) {
  .site dl > div { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: 1rem; }
  .site dt { line-height: 1.65; }
}
`;
