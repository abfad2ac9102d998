import { createRequire } from 'node:module';

type NativeResolver = InstanceType<typeof import('oxc-resolver').ResolverFactory>;

export interface NativeResolvers {
  /** Uses the paths of the nearest tsconfig. */
  readonly configured: NativeResolver;
  /**
   * For packages whose tsconfig cannot be read, for example because what it extends is not installed: `configured` then
   * resolves nothing.
   */
  readonly plain: NativeResolver;
  /** Resolves to declarations, as TypeScript does. */
  readonly typings: NativeResolver;
  /** Like `typings`, with the paths of the nearest tsconfig. */
  readonly declared: NativeResolver;
}

export function loadResolvers(): NativeResolvers {
  const { ResolverFactory } = createRequire(import.meta.url)('oxc-resolver') as typeof import('oxc-resolver');
  const options = {
    extensions: ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'],
    extensionAlias: {
      '.js': ['.ts', '.tsx', '.js', '.jsx'],
      '.jsx': ['.tsx', '.jsx'],
      '.mjs': ['.mts', '.mjs'],
      '.cjs': ['.cts', '.cjs'],
    },
    conditionNames: ['node', 'import', 'require', 'default'],
    mainFields: ['module', 'main'],
  };
  const typings = {
    extensions: ['.d.ts', '.d.mts', '.d.cts', '.ts', '.js', '.mjs', '.cjs'],
    extensionAlias: {
      '.js': ['.d.ts', '.ts', '.js'],
      '.mjs': ['.d.mts', '.mts', '.mjs'],
      '.cjs': ['.d.cts', '.cts', '.cjs'],
    },
    conditionNames: ['types', 'import', 'require', 'node', 'default'],
    mainFields: ['types', 'typings', 'module', 'main'],
  };
  return {
    configured: new ResolverFactory({ ...options, tsconfig: 'auto' }),
    plain: new ResolverFactory(options),
    typings: new ResolverFactory(typings),
    declared: new ResolverFactory({ ...typings, tsconfig: 'auto' }),
  };
}

/** Whether a file contains only declarations, without code. */
export function isDeclaring(path: string): boolean {
  return /\.d\.[cm]?ts$/.test(path);
}
