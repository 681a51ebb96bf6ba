export const INSTALLATION_ID_ANNOTATION = 'argocd.argoproj.io/installation-id';
/** The label of Argo CD before 1.0; workloads then carry it in their pod template too. */
export const LEGACY_INSTANCE_LABEL = 'applications.argoproj.io/app-name';

/** What decides how objects are marked (the `argocd-cm` keys of the same names). */
export interface TrackingSettings {
  /** A `TrackingMethod`; any other text marks by annotation, as in Argo CD. */
  trackingMethod: string;
  instanceLabelKey: string;
  /** Empty: one installation only. */
  installationId: string;
}
