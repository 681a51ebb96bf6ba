import { compose } from '../composition';
import { EnvError, readEnv } from '../env';

/** Reads the environment, starts everything, and makes SIGTERM and SIGINT stop it in order. Ends the process when it cannot start. */
export async function startServer(): Promise<void> {
  const source = process.env;
  try {
    const env = await readEnv(source);
    const running = await compose(env, {
      isDemo: source['PROMONTORY_DEMO'] === '1',
      isReset: source['PROMONTORY_DEMO_RESET'] === '1',
      root: source['PROMONTORY_ROOT'] ?? process.cwd(),
      source,
    });
    if (running.demo) {
      console.log(
        `\n  Promontory demo   http://localhost:${env.port}\n  kubectl           export KUBECONFIG=${running.demo.kubeconfigPath}\n`,
      );
      for (const { name, url } of running.demo.scenario.repositories)
        console.log(`  repository        ${name}  ${url}`);
    }
    let isStopping = false;
    const stop = () => {
      if (isStopping) return;
      isStopping = true;
      void running.stop().finally(() => process.exit(0));
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  } catch (error) {
    console.error(error instanceof EnvError ? error.message : error);
    process.exit(1);
  }
}
