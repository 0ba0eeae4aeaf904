package io.frontlineservice.sandbox.page;

import io.frontlineservice.sandbox.OnlyWithPretendTwilio;
import io.frontlineservice.server.AllowedHosts;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the files of the page, only to this machine. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageSettings.class)
@OnlyWithPretendTwilio
class PageConfiguration implements WebMvcConfigurer {

	@Override
	public void addViewControllers(ViewControllerRegistry registry) {
		// Before the text with which the service answers there without a page.
		registry.setOrder(Ordered.HIGHEST_PRECEDENCE);
		registry.addViewController("/").setViewName("forward:/sandbox/page/index.html");
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/sandbox/page/**")
			.addResourceLocations("classpath:/sandbox/page/")
			.setCacheControl(CacheControl.noCache());
		registry.addResourceHandler("/sandbox/webjars/**")
			.addResourceLocations("classpath:/META-INF/resources/webjars/")
			.setCacheControl(CacheControl.noCache())
			.resourceChain(true);
	}

	@Bean
	FilterRegistrationBean<PageFilter> pageFilter(PageSettings settings) {
		FilterRegistrationBean<PageFilter> registration = new FilterRegistrationBean<>(
				new PageFilter(new AllowedHosts(settings.hosts())));
		registration.addUrlPatterns("", "/sandbox/*");
		return registration;
	}

	/** Lets the page's switches change the CRM. */
	@Bean
	static FaultyCrmPostProcessor faultyCrmPostProcessor() {
		return new FaultyCrmPostProcessor();
	}

}
