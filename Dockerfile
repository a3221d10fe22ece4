# The page is built with everything, the images keep only what the server and Caddy run on, and neither runs as root.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY shared/package.json shared/
COPY server/package.json server/
COPY client/package.json client/
COPY e2e/package.json e2e/
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
# true = pages that come in only where all is sealed.
ARG SEALED_ONLY=
RUN npm run build

FROM caddy:2.11.4 AS caddy
# The one that comes is marked with a capability, and doesn't start where all are dropped; a copy is not marked.
RUN cp /usr/bin/caddy /usr/bin/unmarked && mv /usr/bin/unmarked /usr/bin/caddy
COPY Caddyfile /etc/caddy/Caddyfile
USER 1000:1000

FROM node:24-slim AS app
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json ./
COPY shared/package.json shared/
COPY server/package.json server/
COPY client/package.json client/
COPY e2e/package.json e2e/
RUN npm ci --ignore-scripts --omit=dev --omit=optional --workspace server --workspace shared --no-audit --no-fund \
  && mkdir /data && chown node:node /data
COPY shared shared
COPY server server
COPY --from=build /app/client/dist client/dist
USER node
EXPOSE 8080
CMD ["node", "server/src/main.ts"]
