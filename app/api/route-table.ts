import type { RouteTable } from '@/lib/server/http/describe-api';
import * as health from './health/route';
import * as stream from './stream/route';
import * as activity from './v1/activity/route';
import * as activityExport from './v1/activity/export/route';
import * as applicationRows from './v1/application-rows/route';
import * as applications from './v1/applications/route';
import * as applicationsName from './v1/applications/[name]/route';
import * as applicationsNameDetail from './v1/applications/[name]/(promontory)/detail/route';
import * as applicationsNameDiff from './v1/applications/[name]/(promontory)/diff/route';
import * as applicationsNameHistory from './v1/applications/[name]/(promontory)/history/route';
import * as applicationsNamePlan from './v1/applications/[name]/(promontory)/plan/route';
import * as applicationsNameEvents from './v1/applications/[name]/events/route';
import * as applicationsNameLogs from './v1/applications/[name]/logs/route';
import * as applicationsNameManagedResources from './v1/applications/[name]/managed-resources/route';
import * as applicationsNameManifests from './v1/applications/[name]/manifests/route';
import * as applicationsNameOperation from './v1/applications/[name]/operation/route';
import * as applicationsNamePodsPodnameLogs from './v1/applications/[name]/pods/[podName]/logs/route';
import * as applicationsNameResource from './v1/applications/[name]/resource/route';
import * as applicationsNameResourceTree from './v1/applications/[name]/resource-tree/route';
import * as applicationsNameResourceActions from './v1/applications/[name]/resource/actions/route';
import * as applicationsNameResourceActionsV2 from './v1/applications/[name]/resource/actions/v2/route';
import * as applicationsNameRevisionsRevisionMetadata from './v1/applications/[name]/revisions/[revision]/metadata/route';
import * as applicationsNameSpec from './v1/applications/[name]/spec/route';
import * as applicationsNameSync from './v1/applications/[name]/sync/route';
import * as applicationsNameSyncwindows from './v1/applications/[name]/syncwindows/route';
import * as clusters from './v1/clusters/route';
import * as clustersId from './v1/clusters/[id]/route';
import * as overview from './v1/overview/route';
import * as projects from './v1/projects/route';
import * as projectsName from './v1/projects/[name]/route';
import * as repositories from './v1/repositories/route';
import * as repositoriesRepo from './v1/repositories/[repo]/route';
import * as status from './v1/status/route';
import * as streamApplications from './v1/stream/applications/route';
import * as streamApplicationsNameResourceTree from './v1/stream/applications/[name]/resource-tree/route';
import * as windows from './v1/windows/route';
import * as version from './version/route';
import * as webhook from './webhook/route';
import * as webhooksProvider from './webhooks/[provider]/route';

/** Every API route by its path. The description of the API and the matrix of permissions are read off it; a test keeps it complete. */
export const ROUTE_TABLE: RouteTable = {
  '/api/health': health,
  '/api/stream': stream,
  '/api/v1/activity': activity,
  '/api/v1/activity/export': activityExport,
  '/api/v1/application-rows': applicationRows,
  '/api/v1/applications': applications,
  '/api/v1/applications/{name}': applicationsName,
  '/api/v1/applications/{name}/detail': applicationsNameDetail,
  '/api/v1/applications/{name}/diff': applicationsNameDiff,
  '/api/v1/applications/{name}/history': applicationsNameHistory,
  '/api/v1/applications/{name}/plan': applicationsNamePlan,
  '/api/v1/applications/{name}/events': applicationsNameEvents,
  '/api/v1/applications/{name}/logs': applicationsNameLogs,
  '/api/v1/applications/{name}/managed-resources': applicationsNameManagedResources,
  '/api/v1/applications/{name}/manifests': applicationsNameManifests,
  '/api/v1/applications/{name}/operation': applicationsNameOperation,
  '/api/v1/applications/{name}/pods/{podName}/logs': applicationsNamePodsPodnameLogs,
  '/api/v1/applications/{name}/resource': applicationsNameResource,
  '/api/v1/applications/{name}/resource-tree': applicationsNameResourceTree,
  '/api/v1/applications/{name}/resource/actions': applicationsNameResourceActions,
  '/api/v1/applications/{name}/resource/actions/v2': applicationsNameResourceActionsV2,
  '/api/v1/applications/{name}/revisions/{revision}/metadata': applicationsNameRevisionsRevisionMetadata,
  '/api/v1/applications/{name}/spec': applicationsNameSpec,
  '/api/v1/applications/{name}/sync': applicationsNameSync,
  '/api/v1/applications/{name}/syncwindows': applicationsNameSyncwindows,
  '/api/v1/clusters': clusters,
  '/api/v1/clusters/{id}': clustersId,
  '/api/v1/overview': overview,
  '/api/v1/projects': projects,
  '/api/v1/projects/{name}': projectsName,
  '/api/v1/repositories': repositories,
  '/api/v1/repositories/{repo}': repositoriesRepo,
  '/api/v1/status': status,
  '/api/v1/stream/applications': streamApplications,
  '/api/v1/stream/applications/{name}/resource-tree': streamApplicationsNameResourceTree,
  '/api/v1/windows': windows,
  '/api/version': version,
  '/api/webhook': webhook,
  '/api/webhooks/{provider}': webhooksProvider,
};
