/** What is made from other files is made before any test reads it: the catalog's list, the forms of the helper, the detector. */
export async function setup(): Promise<void> {
  const { writeCatalogList } = (await script('list-catalog')) as { writeCatalogList: () => void };
  writeCatalogList();
  const { writeTracker } = (await script('build-tracker')) as { writeTracker: () => Promise<void> };
  await writeTracker();
  const { writeDetect } = (await script('build-detect')) as { writeDetect: () => Promise<void> };
  await writeDetect();
}

async function script(name: string): Promise<unknown> {
  return import(new URL(`../../scripts/${name}.js`, import.meta.url).href);
}
