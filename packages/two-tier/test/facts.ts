// Written by hand from the specification of two-tier and how it is read, never from the packages.

/** Both services; Deployment and Service have the service's name. */
export const services = {
  "todo-backend": {
    release: { dev: "todo-backend", prod: "todo-backend-prod" },
    containerPort: 8000,
    env: [
      { name: "DATABASE_URL", valueFrom: { secretKeyRef: { name: "todo-backend-secret", key: "database-url" } } },
      {
        name: "BETTER_AUTH_SECRET",
        valueFrom: { secretKeyRef: { name: "todo-backend-secret", key: "better-auth-secret" } },
      },
      { name: "CORS_ORIGINS", valueFrom: { configMapKeyRef: { name: "todo-backend-config", key: "cors-origins" } } },
    ],
    livenessProbe: { httpGet: { path: "/health", port: 8000 }, initialDelaySeconds: 10, periodSeconds: 10 },
    readinessProbe: { httpGet: { path: "/health", port: 8000 }, initialDelaySeconds: 5, periodSeconds: 5 },
    runAsUser: 65534,
    readsConfig: true,
    config: {
      dev: { "cors-origins": "http://todo-frontend:3000" },
      prod: { "cors-origins": "https://todo.example.com" },
    },
  },
  "todo-frontend": {
    release: { dev: "todo-frontend", prod: "todo-frontend-prod" },
    containerPort: 3000,
    nodePort: 30000,
    host: "todo.example.com",
    env: [
      {
        name: "BETTER_AUTH_SECRET",
        valueFrom: { secretKeyRef: { name: "todo-frontend-secret", key: "better-auth-secret" } },
      },
      { name: "DATABASE_URL", valueFrom: { secretKeyRef: { name: "todo-frontend-secret", key: "database-url" } } },
    ],
    livenessProbe: { httpGet: { path: "/", port: 3000 }, initialDelaySeconds: 15, periodSeconds: 10 },
    readinessProbe: { httpGet: { path: "/", port: 3000 }, initialDelaySeconds: 10, periodSeconds: 5 },
    runAsUser: 1000,
    readsConfig: false,
    config: { dev: { "node-env": "production" }, prod: { "node-env": "production" } },
  },
};

export const resources = { limits: { cpu: "500m", memory: "512Mi" }, requests: { cpu: "100m", memory: "256Mi" } };
export const replicas = { dev: 1, prod: 2 };
export const tags = { dev: "latest", prod: "1.0.0" };
export const namespaces = { dev: "default", prod: "two-tier" };

/** Beyond the specification: who talks to whom in prod. The database is at 5432. */
export const traffic = {
  "todo-backend": { port: 8000, from: ["todo-frontend"], to: [{ port: 5432 }] },
  "todo-frontend": { port: 3000, from: [], to: [{ app: "todo-backend", port: 8000 }, { port: 5432 }] },
};

/** The keys of `<service>-secret`. */
export const secretKeys = {
  "todo-backend": ["database-url", "better-auth-secret"],
  "todo-frontend": ["better-auth-secret", "database-url"],
};
