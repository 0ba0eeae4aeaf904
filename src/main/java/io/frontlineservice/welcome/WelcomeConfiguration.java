package io.frontlineservice.welcome;

import io.frontlineservice.twilio.CallbackUrls;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Announces the start and the first callbacks. */
@Configuration(proxyBeanMethods = false)
class WelcomeConfiguration implements WebMvcConfigurer {

	private final Environment environment;

	WelcomeConfiguration(Environment environment) {
		this.environment = environment;
	}

	@Bean
	ReadyAnnouncement readyAnnouncement(ObjectProvider<ReadyText> special, CallbackUrls urls) {
		boolean routing = !Boolean.FALSE
			.equals(this.environment.getProperty("frontline.routing.enabled", Boolean.class));
		return new ReadyAnnouncement(special, new ConsoleUrlsText(urls, routing), this.environment,
				new Announcer(this.environment));
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new FirstCallbacks(new Announcer(this.environment))).addPathPatterns("/callbacks/**");
	}

}
