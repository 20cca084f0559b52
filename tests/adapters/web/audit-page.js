// @ts-check
/**
 * A check of what the page really is, as computed by the browser: every control has a name and is at least 24 px
 * (WCAG 2.5.8), every text has the contrast it needs (1.4.3), control borders can be seen (1.4.11), headings skip no
 * level, ids are unique, tables have captions and scopes, nothing goes over the edge (1.4.10).
 */
(() => {
  /** @type {string[]} */
  const faults = [];
  const isShown = (/** @type {Element} */ e) =>
    e.checkVisibility({ checkVisibilityCSS: true }) && !e.closest('.hidden, .skip:not(:focus)');
  const say = (/** @type {Element} */ e) =>
    `<${e.tagName.toLowerCase()}> «${(e.textContent ?? '').trim().slice(0, 40)}»`;

  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const rgba = (/** @type {string} */ color) => {
    if (!canvas) throw new Error('no canvas');
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a];
  };
  const luminance = (/** @type {string} */ color) => {
    const [r = 0, g = 0, b = 0] = rgba(color).map((v) => {
      const s = v / 255;
      return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (/** @type {string} */ a, /** @type {string} */ b) => {
    const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  };
  const background = (/** @type {Element | null} */ e) => {
    for (let at = e; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (rgba(color)[3] === 255) return color;
    }
    return 'white';
  };

  for (const e of document.querySelectorAll('body *')) {
    const ownText = [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent?.trim());
    if (!ownText || !isShown(e)) continue;
    const style = getComputedStyle(e);
    const size = Number.parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const ratio = contrast(style.color, background(e));
    if (ratio < (isLarge ? 3 : 4.5)) faults.push(`contrast ${ratio.toFixed(2)}: ${say(e)}`);
  }

  for (const e of document.querySelectorAll('button, a[href], textarea, input, summary')) {
    if (!isShown(e)) continue;
    const { width, height } = e.getBoundingClientRect();
    if (width < 24 || height < 24)
      faults.push(`target ${Math.round(width)}×${Math.round(height)}: ${say(e)}`);
    const labels = e instanceof HTMLTextAreaElement || e instanceof HTMLInputElement ? (e.labels ?? []) : [];
    const name = [...labels].map((l) => l.textContent).join('') || e.ariaLabel || e.textContent;
    if (!name?.trim()) faults.push(`no name: ${say(e)}`);
    const style = getComputedStyle(e);
    if (style.borderTopWidth !== '0px' && contrast(style.borderTopColor, background(e.parentElement)) < 3)
      faults.push(`border cannot be seen: ${say(e)}`);
  }

  let level = 0;
  for (const e of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    if (!isShown(e)) continue;
    const next = Number(e.tagName.charAt(1));
    if (next > level + 1) faults.push(`heading level ${level} → ${next}: ${say(e)}`);
    level = next;
  }
  const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
  for (const id of new Set(ids.filter((x, i) => ids.indexOf(x) !== i))) faults.push(`id twice: ${id}`);
  for (const table of document.querySelectorAll('table')) {
    if (!table.caption?.textContent) faults.push('table without a caption');
    for (const cell of table.querySelectorAll('th')) if (!cell.scope) faults.push(`no scope: ${say(cell)}`);
  }
  for (const [selector, count] of [
    ['main', 1],
    ['header', 1],
    ['h1', 1],
    ['[role=log][aria-live=polite]', 1],
  ])
    if (document.querySelectorAll(String(selector)).length !== count)
      faults.push(`not ${count} × ${selector}`);
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`wider than the window: ${scrollWidth} > ${clientWidth}`);
  return faults;
})();
