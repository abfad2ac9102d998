/* global document, matchMedia */
// Runs before the page is drawn: where there is no room beside it, the list of pages is folded.
if (!matchMedia('(min-width: 60rem)').matches) document.querySelector('.pages details').open = false;
