interface Names {
  name: string;
  namespace: string;
}

/** Name as it stands in tracking ids and labels: `web`, elsewhere than in the control-plane namespace `team-a_web`. */
export function instanceNameOf(app: Names, controlPlaneNamespace: string): string {
  return joinName(app, controlPlaneNamespace, '_');
}

/** Name as people type it: `web` or `team-a/web`. */
export function qualifiedNameOf(app: Names, controlPlaneNamespace: string): string {
  return joinName(app, controlPlaneNamespace, '/');
}

/** Object of a permission: `<project>/<name>`, with the namespace in between where it is not the control plane's. */
export function rbacNameOf(app: Names, project: string, controlPlaneNamespace: string): string {
  const isElsewhere =
    app.namespace !== '' && controlPlaneNamespace !== '' && app.namespace !== controlPlaneNamespace;
  return isElsewhere ? `${project}/${app.namespace}/${app.name}` : `${project}/${app.name}`;
}

export function parseInstanceName(text: string, controlPlaneNamespace: string): Names {
  return splitName(text, controlPlaneNamespace, '_');
}

export function parseQualifiedName(text: string, controlPlaneNamespace: string): Names {
  return splitName(text, controlPlaneNamespace, '/');
}

function joinName(app: Names, controlPlaneNamespace: string, separator: string): string {
  if (app.namespace === '' || app.namespace === controlPlaneNamespace) return app.name;
  return `${app.namespace}${separator}${app.name}`;
}

function splitName(text: string, controlPlaneNamespace: string, separator: string): Names {
  const at = text.indexOf(separator);
  if (at < 0) return { name: text, namespace: controlPlaneNamespace };
  return { namespace: text.slice(0, at), name: text.slice(at + 1) };
}
