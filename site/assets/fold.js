/* global document, matchMedia */
// Runs before the page is drawn: on narrow screens, the list of pages is collapsed.
if (!matchMedia('(min-width: 60rem)').matches) document.querySelector('.pages details').open = false;
