export function buildWidget(options: { outdir: string; minify?: boolean }): Promise<void>;
