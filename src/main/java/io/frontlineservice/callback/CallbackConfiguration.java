package io.frontlineservice.callback;

import io.frontlineservice.privacy.InstallationKey;
import io.frontlineservice.worker.WorkerDirectory;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.validation.Validator;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Configures Spring MVC for callbacks: metrics, JSON answers, and arguments of handlers.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CallbackSettings.class)
class CallbackConfiguration implements WebMvcConfigurer {

	private final MeterRegistry meters;

	private final InstallationKey key;

	private final Validator validator;

	private final WorkerDirectory directory;

	private final CallbackSettings settings;

	CallbackConfiguration(MeterRegistry meters, InstallationKey key, Validator validator, WorkerDirectory directory,
			CallbackSettings settings) {
		this.meters = meters;
		this.key = key;
		this.validator = validator;
		this.directory = directory;
		this.settings = settings;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new CallbackObserver(this.meters, this.key)).addPathPatterns("/callbacks/**");
	}

	/** All answers are JSON: the Accept header is ignored, even if it is malformed. */
	@Override
	public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
		configurer.ignoreAcceptHeader(true).defaultContentType(MediaType.APPLICATION_JSON, MediaType.ALL);
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new CallbackFormResolver(this.validator));
		resolvers.add(new WorkerResolver(this.directory));
		resolvers.add(new DeadlineResolver(this.settings.budget()));
	}

}
