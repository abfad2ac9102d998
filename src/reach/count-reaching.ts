/**
 * Counts, for each node of a graph, the roots that lead to it. Nodes that lead to each other form a group, and each
 * group passes its set of roots on to the next. So the graph is traversed once, and not once per root.
 *
 * @param next - for each node, the nodes that it leads to
 * @param roots - nodes; each reaches itself
 */
export function countReaching(next: readonly (readonly number[])[], roots: readonly number[]): number[] {
  const { groupOf, groups } = groupsOf(next);
  const words = Math.ceil(roots.length / 32);
  const sets = groups.map(() => new Uint32Array(words));
  for (const [index, node] of roots.entries()) {
    const set = sets[groupOf[node] ?? -1];
    if (set !== undefined) set[index >>> 5] = (set[index >>> 5] ?? 0) | (1 << (index & 31));
  }
  // Groups are in reverse topological order: no other group leads to the last one.
  for (let group = groups.length - 1; group >= 0; group -= 1) {
    const from = sets[group];
    const targets = new Set(
      (groups[group] ?? []).flatMap((node) => next[node] ?? []).map((node) => groupOf[node] ?? -1),
    );
    for (const target of targets) {
      const to = sets[target];
      if (from === undefined || to === undefined || target === group) continue;
      for (let word = 0; word < words; word += 1) to[word] = (to[word] ?? 0) | (from[word] ?? 0);
    }
  }
  const counted = sets.map((set) => set.reduce((sum, word) => sum + bitsOf(word), 0));
  return next.map((_, node) => counted[groupOf[node] ?? -1] ?? 0);
}

function bitsOf(word: number): number {
  let bits = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
}

/** Nodes that lead to each other, by Tarjan's algorithm. It doesn't recurse, because chains of calls may be long. */
function groupsOf(next: readonly (readonly number[])[]): { groupOf: number[]; groups: number[][] } {
  const groupOf: number[] = [];
  const groups: number[][] = [];
  const foundAt: number[] = [];
  const lowest: number[] = [];
  const open: number[] = [];
  let found = 0;
  for (let start = 0; start < next.length; start += 1) {
    if (foundAt[start] !== undefined) continue;
    const path: { readonly node: number; at: number }[] = [{ node: start, at: 0 }];
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const { node } = step;
      if (step.at === 0) {
        foundAt[node] = lowest[node] = found;
        found += 1;
        open.push(node);
      }
      const target = next[node]?.[step.at];
      step.at += 1;
      if (target !== undefined) {
        if (foundAt[target] === undefined) path.push({ node: target, at: 0 });
        else if (groupOf[target] === undefined) lowest[node] = Math.min(lowest[node] ?? 0, foundAt[target]);
        continue;
      }
      path.pop();
      const outer = path.at(-1)?.node;
      if (outer !== undefined) lowest[outer] = Math.min(lowest[outer] ?? 0, lowest[node] ?? 0);
      if (lowest[node] !== foundAt[node]) continue;
      const group = open.splice(open.lastIndexOf(node));
      for (const member of group) groupOf[member] = groups.length;
      groups.push(group);
    }
  }
  return { groupOf, groups };
}
