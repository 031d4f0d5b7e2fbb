// Written by hand from the specification of todo-app and how it is read, never from the packages.

/** The table of Deployments. */
export const deployments = {
  backend: {
    labels: { app: "backend", tier: "api", phase: "iv" },
    templateLabels: { app: "backend", tier: "api" },
    image: "todo-backend",
    port: { containerPort: 8000, protocol: "TCP" },
    config: "backend-config",
    secrets: {
      DATABASE_URL: "DATABASE_URL",
      BETTER_AUTH_SECRET: "BETTER_AUTH_SECRET",
      OPENAI_API_KEY: "OPENAI_API_KEY",
    },
    resources: { requests: { memory: "256Mi", cpu: "250m" }, limits: { memory: "512Mi", cpu: "500m" } },
    livenessProbe: {
      httpGet: { path: "/health", port: 8000 },
      initialDelaySeconds: 10,
      periodSeconds: 30,
      timeoutSeconds: 3,
      failureThreshold: 3,
    },
    readinessProbe: {
      httpGet: { path: "/ready", port: 8000 },
      initialDelaySeconds: 5,
      periodSeconds: 10,
      timeoutSeconds: 3,
      failureThreshold: 3,
    },
    runAsUser: 1000,
  },
  "frontend-web": {
    labels: { app: "frontend-web", tier: "frontend", phase: "iv" },
    templateLabels: { app: "frontend-web", tier: "frontend" },
    image: "todo-frontend-web",
    port: { containerPort: 3000 },
    config: "frontend-web-config",
    secrets: { BETTER_AUTH_SECRET: "BETTER_AUTH_SECRET" },
    resources: { requests: { memory: "128Mi", cpu: "100m" }, limits: { memory: "256Mi", cpu: "200m" } },
    livenessProbe: { httpGet: { path: "/", port: 3000 }, initialDelaySeconds: 15, periodSeconds: 30 },
    readinessProbe: { httpGet: { path: "/", port: 3000 }, initialDelaySeconds: 10, periodSeconds: 10 },
    runAsUser: 1001,
  },
  "frontend-chatbot": {
    labels: { app: "frontend-chatbot", tier: "frontend", phase: "iv" },
    templateLabels: { app: "frontend-chatbot", tier: "frontend" },
    image: "todo-frontend-chatbot",
    port: { containerPort: 3001 },
    config: "frontend-chatbot-config",
    secrets: { VITE_OPENAI_API_KEY: "OPENAI_API_KEY" },
    resources: { requests: { memory: "128Mi", cpu: "100m" }, limits: { memory: "256Mi", cpu: "200m" } },
    livenessProbe: { httpGet: { path: "/", port: 3001 }, initialDelaySeconds: 15, periodSeconds: 30 },
    readinessProbe: { httpGet: { path: "/", port: 3001 }, initialDelaySeconds: 10, periodSeconds: 10 },
    runAsUser: 1001,
  },
};

/** The table of Services. `nodePort` is dev's, `host` is prod's. */
export const services = {
  "backend-service": {
    labels: { app: "backend", tier: "api" },
    app: "backend",
    port: 8000,
    host: "api.todo.example.com",
  },
  "frontend-web-service": {
    labels: { app: "frontend-web", tier: "frontend" },
    app: "frontend-web",
    port: 3000,
    nodePort: 30000,
    host: "todo.example.com",
  },
  "frontend-chatbot-service": {
    labels: { app: "frontend-chatbot", tier: "frontend" },
    app: "frontend-chatbot",
    port: 3001,
    nodePort: 30001,
    host: "chat.todo.example.com",
  },
};

/** The table of ConfigMaps, with the values of both environments. */
export const configMaps = {
  "backend-config": {
    labels: { app: "backend" },
    dev: {
      FRONTEND_URL: "http://localhost:3000",
      ALLOWED_ORIGINS: "http://localhost:3000",
      LOG_LEVEL: "INFO",
      ENVIRONMENT: "development",
    },
    prod: {
      FRONTEND_URL: "https://todo.example.com",
      ALLOWED_ORIGINS: "https://todo.example.com,https://chat.todo.example.com",
      LOG_LEVEL: "INFO",
      ENVIRONMENT: "production",
    },
  },
  "frontend-web-config": {
    dev: { NEXT_PUBLIC_API_URL: "http://backend-service:8000", BETTER_AUTH_URL: "http://localhost:3000" },
    prod: { NEXT_PUBLIC_API_URL: "https://api.todo.example.com", BETTER_AUTH_URL: "https://todo.example.com" },
  },
  "frontend-chatbot-config": {
    dev: { VITE_API_URL: "http://backend-service:8000" },
    prod: { VITE_API_URL: "https://api.todo.example.com" },
  },
};

/** Beyond the specification: who talks to whom in prod. The database is at 5432, OpenAI and the public API at 443. */
export const traffic = {
  backend: { port: 8000, from: ["frontend-web", "frontend-chatbot"], to: [{ port: 5432 }, { port: 443 }] },
  "frontend-web": { port: 3000, from: [], to: [{ app: "backend", port: 8000 }, { port: 443 }] },
  "frontend-chatbot": { port: 3001, from: [], to: [{ app: "backend", port: 8000 }, { port: 443 }] },
};
