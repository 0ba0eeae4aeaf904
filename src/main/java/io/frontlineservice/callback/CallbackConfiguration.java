package io.frontlineservice.callback;

import io.frontlineservice.privacy.InstallationKey;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the interceptors around all callbacks. */
@Configuration(proxyBeanMethods = false)
class CallbackConfiguration implements WebMvcConfigurer {

	private final MeterRegistry meters;

	private final InstallationKey key;

	CallbackConfiguration(MeterRegistry meters, InstallationKey key) {
		this.meters = meters;
		this.key = key;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new CallbackObserver(this.meters, this.key)).addPathPatterns("/callbacks/**");
		registry.addInterceptor(new RepeatedParameters()).addPathPatterns("/callbacks/**");
	}

}
