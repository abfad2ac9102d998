/* global require */
// Without --no-babel, jscodeshift has Babel compile every module to CommonJS that is loaded after it. Ours needs no
// compiling and would not
// survive it (import.meta), so the hook is taken out by Babel's own means. Where Babel is not at work, there is no
// `require` here at all.
if (typeof require === 'function') {
  for (const [path, loaded] of Object.entries(require.cache)) {
    if (/@babel[\\/]register[\\/]lib[\\/]index\.c?js$/.test(path)) loaded.exports.revert();
  }
}
