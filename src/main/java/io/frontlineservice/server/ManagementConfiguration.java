package io.frontlineservice.server;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.Ordered;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Protects the management port, if it is a separate port. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@Conditional(ManagementConfiguration.OnChildContext.class)
class ManagementConfiguration {

	/**
	 * Otherwise Tomcat would refuse some container names before the filter sees the
	 * request.
	 */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> managementProtocol() {
		return (factory) -> factory.setProtocol(DeadlineProtocol.class.getName());
	}

	@Bean
	FilterRegistrationBean<ManagementHostFilter> managementHostFilter(ManagementSettings settings) {
		FilterRegistrationBean<ManagementHostFilter> registration = new FilterRegistrationBean<>(
				new ManagementHostFilter(new AllowedHosts(settings.hosts())));
		registration.addUrlPatterns("/*");
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	/**
	 * Matches only in the management context: the application's component scan finds this
	 * class as well.
	 */
	static final class OnChildContext implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			ConfigurableListableBeanFactory beans = context.getBeanFactory();
			return beans != null && beans.getParentBeanFactory() != null;
		}

	}

}
