# docker build -t frontline-integration-service .
FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src src
RUN ./mvnw -B -ntp -Dmaven.test.skip=true package \
 && java -Djarmode=tools -jar target/frontline-integration-service.jar extract --layers --destination layers \
 # SQLite's library, which would else be unpacked into /tmp at the start: there nothing may be executed.
 && jar xf layers/dependencies/lib/sqlite-jdbc-*.jar "org/sqlite/native/Linux/$(uname -m)" \
 && mv "org/sqlite/native/Linux/$(uname -m)" native

FROM eclipse-temurin:25-jre
RUN useradd --system --no-create-home --uid 10001 frontline && install -d -o 10001 -m 700 /store
WORKDIR /app
# From what changes least to what changes most.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/native/ native/
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
# Caches loaded and linked classes; with a cache that does not fit its jars, flags or JVM, the service starts
# without it. -Xmx, because a build machine's large heap would turn off compressed pointers, and the cache with it.
RUN java -XX:+UseG1GC -Xmx512m -XX:AOTCacheOutput=app.aot -Dspring.context.exit=onRefresh \
  -jar frontline-integration-service.jar --spring.profiles.active=sandbox && test -s app.aot && rm -rf /tmp/*
USER 10001
# Events are kept here until what they ask for is done: mount a volume that outlives the container.
ENV FRONTLINE_STORE_URL=jdbc:sqlite:/store/frontline.db
VOLUME /store
# Inside the container; publish this port to your monitoring only.
ENV MANAGEMENT_SERVER_ADDRESS=0.0.0.0
EXPOSE 8080 8081
HEALTHCHECK --interval=15s --timeout=3s --start-period=30s CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/8081 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q UP <&3"]
# G1 as in the training: Serial, the default in a small container, stops for a second while a large file is reread.
ENTRYPOINT ["java", "-XX:+UseG1GC", "-XX:AOTCache=app.aot", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", \
  "-Dorg.sqlite.lib.path=/app/native", \
  "-jar", "frontline-integration-service.jar"]
