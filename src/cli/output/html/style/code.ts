/** Code, before and after. It scrolls within its box, so that the page never scrolls sideways. */
export const CODE = `
.code { overflow-x: auto; padding: 0.5rem 0; background: var(--sunken); border: solid var(--line);
  border-width: 1px 0; font-size: 0.8125rem; line-height: 1.6; tab-size: 2; }
.code:focus-visible { outline-offset: -2px; }
.code > code { display: block; width: max-content; min-width: 100%; font-size: 1em; }
.line { display: flex; text-decoration: none; unicode-bidi: isolate; }
.number { flex: none; width: 3.5rem; padding-right: 0.5rem; text-align: right; color: var(--muted); user-select: none;
  -webkit-user-select: none; font-variant-numeric: tabular-nums; }
.mark { flex: none; width: 1.5rem; text-align: center; user-select: none; -webkit-user-select: none; font-weight: 700; }
.text { padding-right: 1rem; white-space: pre; overflow-wrap: normal; }
.gone { background: var(--gone); } .gone .mark { color: var(--gone-mark); } .gone .changed {
  background: var(--gone-more); }
.come { background: var(--come); } .come .mark { color: var(--come-mark); } .come .changed {
  background: var(--come-more); }
.here { background: var(--here); } .here .mark { color: var(--here-mark); }
.gone .number, .come .number, .here .number { color: inherit; }
.changed { border-radius: 2px; }
.gap { padding: 0.125rem 0 0.125rem 5rem; color: var(--muted); font-family: var(--sans); }
@media (max-width: 40rem) {
  .number { width: 2.5rem; }
  .gap { padding-left: 4rem; }
}
@media (forced-colors: active) {
  .changed { text-decoration: underline; }
}
`;
