export function serve(options: {
  directory: string;
  base?: string;
  port?: number;
}): Promise<{ url: string; close(): void }>;
