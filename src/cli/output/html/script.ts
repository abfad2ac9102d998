/** The page's script, as text. */
export function pageScript(): string {
  return `(${filterFindings.toString()})();`;
}

/**
 * Shows the findings that match the form. Its text is embedded in the page and runs in the browser, so it uses nothing
 * from outside, and only ASCII.
 */
function filterFindings(): void {
  const form = document.querySelector<HTMLFormElement>('#filters');
  const status = document.querySelector('#shown');
  const clear = form?.querySelector('button');
  if (form === null || status === null || clear == null) return;
  const findings = [...document.querySelectorAll<HTMLElement>('article.site')].map((element) => ({
    element,
    text: `${element.closest('section')?.querySelector('h3')?.textContent ?? ''} ${element.textContent}`.toLowerCase(),
  }));
  const routes = [...document.querySelectorAll<HTMLElement>('section.route')].map((element) => {
    const link = document.querySelector(`.contents a[href="#${element.id}"]`);
    return { element, item: link?.parentElement, count: link?.querySelector('.count') };
  });

  const update = (): void => {
    const asked = new FormData(form);
    const valueOf = (name: string): string => {
      const value = asked.get(name);
      return typeof value === 'string' ? value : '';
    };
    const words = valueOf('text')
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    const names = ['outcome', 'form', 'framework'];
    let shown = 0;
    for (const { element, text } of findings) {
      const matches =
        names.every((name) => valueOf(name) === '*' || element.dataset[name] === valueOf(name)) &&
        words.every((word) => text.includes(word));
      element.hidden = !matches;
      if (matches) shown += 1;
    }
    let shownRoutes = 0;
    for (const { element, item, count } of routes) {
      const left = element.querySelectorAll('article.site:not([hidden])').length;
      element.hidden = left === 0;
      if (item != null) item.hidden = element.hidden;
      if (count != null) count.textContent = left.toString();
      if (!element.hidden) shownRoutes += 1;
    }
    clear.disabled = words.length === 0 && names.every((name) => valueOf(name) === '*');
    const where = `${shownRoutes} ${shownRoutes === 1 ? 'route' : 'routes'}`;
    status.textContent =
      shown === 0
        ? 'No finding matches.'
        : `${shown} of ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'} in ${where}`;
  };

  // A link to a hidden finding clears the filters.
  const reveal = (): void => {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.closest('[hidden]') == null) return;
    form.reset();
    update();
    target.scrollIntoView();
  };

  form.addEventListener('input', update);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  clear.addEventListener('click', () => {
    form.reset();
    update();
    // The button is now disabled, so the keyboard focus needs another place.
    form.querySelector('input')?.focus();
  });
  addEventListener('hashchange', reveal);
  form.hidden = false;
  update();
  reveal();
}
