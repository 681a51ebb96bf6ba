/** The single boundary tool: the rooms of docs/ARCHITECTURE.md and what each may import. */
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: '\\.(test|contract)\\.tsx?$|/__fixtures__/' },
  to: { path: '^(app|components|lib|prisma|scripts|e2e|bench)/', pathNot: allowed },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only('domain-is-pure', '^lib/domain/', '^lib/domain/', 'lib/domain imports only lib/domain.'),
    {
      name: 'domain-has-few-packages',
      severity: 'error',
      comment: 'Pure, small packages only; the list is in lib/domain/README.md.',
      from: { path: '^lib/domain/', pathNot: '\\.test\\.ts$' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'core', 'npm-optional', 'npm-peer'],
        pathNot:
          'node_modules/(semver|croner|cronstrue|@types/semver|fast-json-patch|picomatch|@types/picomatch|yaml)/',
      },
    },
    only(
      'engine-knows-ports-only',
      '^lib/engine/',
      '^lib/(domain|engine)/',
      'The engine reaches the world through lib/engine/ports.',
    ),
    only(
      'adapters-face-inward',
      '^lib/adapters/([^/]+)/',
      '^lib/(domain|engine/ports)/|^lib/adapters/$1/',
      'An adapter knows its SDK, the domain and its port.',
    ),
    only(
      'sandbox-stands-alone',
      '^lib/sandbox/',
      '^lib/(domain|sandbox)/',
      'The sandbox is a server; the product meets it over HTTP.',
    ),
    only(
      'contracts-know-domain-only',
      '^lib/contracts/',
      '^lib/(domain|contracts)/',
      'Contracts are shared by server and browser.',
    ),
    only(
      'client-knows-contracts',
      '^lib/client/',
      '^lib/(domain|contracts|client)/',
      'The browser fetches through lib/client.',
    ),
    only(
      'server-never-reaches-up',
      '^lib/server/',
      '^lib/(?!client/)',
      'lib/server is called by app/api and instrumentation.',
    ),
    {
      name: 'composition-picks-adapters',
      severity: 'error',
      comment: 'Only composition chooses adapters.',
      from: { path: '^lib/server/', pathNot: '^lib/server/composition|\\.test\\.ts$' },
      to: { path: '^lib/(adapters|sandbox)/' },
    },
    only(
      'ui-kit-knows-no-domain',
      '^components/ui/',
      '^components/ui/',
      'components/ui knows no Kubernetes word.',
    ),
    only(
      'diagrams-draw-plain-models',
      '^components/diagram/',
      '^components/(ui|diagram)/',
      'components/diagram draws plain models.',
    ),
    only(
      'features-do-not-import-features',
      '^components/(?!ui/|diagram/|layout/)([^/]+)/',
      '^components/(ui|diagram|status)/|^components/$1/|^lib/(client|contracts|domain)/',
      'Compose features in app/.',
    ),
    only(
      'layout-knows-kit',
      '^components/layout/',
      '^components/(ui|diagram|layout|status)/|^lib/(client|contracts|domain)/',
      'The shell knows the kit and the client.',
    ),
    only(
      'routes-call-server-only',
      '^app/api/',
      '^app/api/|^lib/(server|contracts)/',
      'API handlers are made with defineRoute.',
    ),
    {
      name: 'nothing-imports-app',
      severity: 'error',
      from: { path: '^(components|lib)/' },
      to: { path: '^app/' },
    },
    {
      name: 'browser-never-reaches-server',
      severity: 'error',
      comment: 'Nothing that is sent to the browser reaches server code.',
      from: { path: '^(components|lib/client)/' },
      to: { path: '^lib/(server|engine|adapters|sandbox)/', reachable: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.next/|generated/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
