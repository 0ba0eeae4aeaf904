# docker build -t frontline-integration-service .
FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src src
RUN ./mvnw -B -ntp -Dmaven.test.skip=true package \
 && java -Djarmode=tools -jar target/frontline-integration-service.jar extract --layers --destination layers \
 # SQLite would otherwise unpack its library into /tmp at the start, where execution may be forbidden.
 && jar xf layers/dependencies/lib/sqlite-jdbc-*.jar "org/sqlite/native/Linux/$(uname -m)" \
 && mv "org/sqlite/native/Linux/$(uname -m)" native

FROM eclipse-temurin:25-jre
# Operators give this user and group read access to their files.
RUN groupadd --system --gid 10001 frontline \
 && useradd --system --no-create-home --uid 10001 --gid 10001 frontline \
 && install -d -o 10001 -g 10001 -m 700 /store
WORKDIR /app
# Layers that change least come first.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/native/ native/
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
# Caches loaded and linked classes, while workers and customers use the sandbox for some seconds. The service ignores a
# cache made with other jars, flags or another JVM. -Xmx is set because a large heap on the build machine would disable
# compressed pointers, and the cache with them.
RUN mkdir extensions && java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m -XX:AOTCacheOutput=app.aot \
  --enable-native-access=ALL-UNNAMED \
  -cp frontline-integration-service.jar io.frontlineservice.FrontlineIntegrationService \
  sandbox --sandbox.training=20s --logging.level.root=error \
  --server.port=0 --management.server.port=0 && test -s app.aot && rm -rf /tmp/*
USER 10001:10001
# The durable store: mount a volume that outlives the container.
ENV FRONTLINE_STORE_URL=jdbc:sqlite:/store/frontline.db
VOLUME /store
# All interfaces of the container: publish this port to your monitoring only.
ENV MANAGEMENT_SERVER_ADDRESS=0.0.0.0
EXPOSE 8080 8081
HEALTHCHECK --interval=15s --timeout=3s --start-period=30s CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/8081 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q UP <&3"]
# Fast from the first request, and small: the collector and the compiler with the least memory. The second compiler would
# take most of two processors during the first minute. src/docs/performance.md has the figures, and when to choose others.
# The C library would keep memory for each thread.
ENV MALLOC_ARENA_MAX=2
# Jars in /app/extensions, such as a CRM adapter, come last, because the cache requires the class path of its training first.
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:AOTCache=app.aot", \
  "-Xms24m", "-XX:MaxNewSize=12m", "-XX:SurvivorRatio=3", \
  "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=15", "-XX:-ShrinkHeapInSteps", "-XX:MaxRAMPercentage=75", \
  "-XX:TrimNativeHeapInterval=10000", "-XX:+ExitOnOutOfMemoryError", "-Djdk.virtualThreadScheduler.parallelism=8", \
  "-Dorg.sqlite.lib.path=/app/native", "--enable-native-access=ALL-UNNAMED", \
  "-cp", "frontline-integration-service.jar:extensions/*", "io.frontlineservice.FrontlineIntegrationService"]
