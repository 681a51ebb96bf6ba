import { expect, test } from '@playwright/test';

const APP = 'warehouse';

test('the API is ready only when the engine has loaded', async ({ request }) => {
  const health = await request.get('/api/health');
  expect(health.status()).toBe(200);
  const version = (await (await request.get('/api/version')).json()) as { Product: string };
  expect(version.Product).toBe('Promontory');
});

test('every application of the demo repository is listed with its sync and health', async ({
  page,
  request,
}) => {
  await expect(async () => {
    const list = (await (await request.get('/api/v1/applications')).json()) as { items: unknown[] };
    expect(list.items.length).toBeGreaterThan(30);
  }).toPass({ timeout: 60_000 });
  await page.goto('/apps');
  await expect(page.getByText(APP).first()).toBeVisible();
});

test('an application opens with its tree', async ({ page }) => {
  await page.goto(`/apps/in-cluster/argocd/${APP}/tree`);
  await expect(page.getByRole('heading', { name: APP }).first()).toBeVisible();
});

test('a write from another site and an unknown host are refused', async ({ request }) => {
  const foreign = await request.post('/api/v1/applications', {
    headers: { origin: 'https://evil.example' },
    data: {},
  });
  expect(foreign.status()).toBe(403);
  const rebound = await request.get('/api/v1/status', { headers: { host: 'evil.example' } });
  expect(rebound.status()).toBeGreaterThanOrEqual(400);
});
