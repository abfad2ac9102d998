/** Anchors in GitHub's format, so that links work on both sites. */
export function slugger() {
  const given = new Map();
  return (heading) => {
    const slug = heading
      .toLowerCase()
      .trim()
      .replace(/[^\p{L}\p{N}\p{M}\p{Pc}\s-]/gu, '')
      .replace(/\s/g, '-');
    const count = given.get(slug) ?? 0;
    given.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  };
}
