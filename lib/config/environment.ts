import { variables, withoutEmpty, type Environment } from './variables';

export type { Environment } from './variables';

let known: Environment | undefined;

/** The one door to process.env inside the server. The launcher has validated everything before; see launch.ts. */
export function environment(): Environment {
  known ??= variables.parse(withoutEmpty(process.env));
  return known;
}

/** What members see in their address bar. */
export function publicUrl(): string {
  const { PUBLIC_URL, PORT } = environment();
  return (PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/\/$/, '');
}

/** Tests start several worlds in one process. */
export function forgetEnvironment(): void {
  known = undefined;
}

/** For a child that reads strangers' files: everything it may need of the surroundings, and nothing worth stealing. */
export function environmentWithoutSecrets(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(DATABASE_URL|S3_.*|NEXTAUTH_SECRET|SMTP_URL|METRICS_TOKEN|.*(SECRET|PASSWORD|TOKEN).*)$/.test(name))) as NodeJS.ProcessEnv;
}
