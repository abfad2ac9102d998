/* global require */
// Without --no-babel, jscodeshift makes Babel compile every module loaded afterwards to CommonJS. Our modules need no
// compilation, and it would break them (import.meta), so Babel's own function removes its hook. If Babel is not active,
// there is no `require` here.
if (typeof require === 'function') {
  for (const [path, loaded] of Object.entries(require.cache)) {
    if (/@babel[\\/]register[\\/]lib[\\/]index\.c?js$/.test(path)) loaded.exports.revert();
  }
}
