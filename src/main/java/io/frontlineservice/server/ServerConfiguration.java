package io.frontlineservice.server;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Protects the public port against callers that hold connections or memory. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ManagementSettings.class)
class ServerConfiguration {

	/** A small share, because answering a large form takes about ten times its size. */
	private static final int HEAP_FRACTION = 128;

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> deadlineProtocol() {
		return (factory) -> factory.setProtocol(DeadlineProtocol.class.getName());
	}

	@Bean
	FilterRegistrationBean<RequestBodyFilter> requestBodyFilter(
			@Value("${server.tomcat.connection-timeout}") Duration timeout, MeterRegistry meters,
			@Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
		ByteBudget budget = new ByteBudget(Runtime.getRuntime().maxMemory() / HEAP_FRACTION);
		FilterRegistrationBean<RequestBodyFilter> registration = new FilterRegistrationBean<>(
				new RequestBodyFilter(timeout, budget, meters, errors));
		registration.addUrlPatterns("/*");
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
		return registration;
	}

}
