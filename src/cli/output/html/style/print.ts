/** When printed: no controls, and nothing scrolls. */
export const PRINT = `
@media print {
  html { background: none; font-size: 10pt; }
  body { max-width: none; padding: 0; }
  .aside, .skip { display: none !important; }
  .columns { display: block; }
  .routes { display: block; }
  .route { margin-top: 1.5rem; }
  h2, .route h3, .facts, .site header { break-after: avoid; }
  .site, .drain, .group li { break-inside: avoid; }
  .code > code { width: auto; }
  .text { white-space: pre-wrap; overflow-wrap: anywhere; }
  .gone, .come, .here, .changed, .badge, .figures dt::before { print-color-adjust: exact;
    -webkit-print-color-adjust: exact; }
}
`;
