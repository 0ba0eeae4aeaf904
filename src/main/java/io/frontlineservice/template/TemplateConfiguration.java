package io.frontlineservice.template;

import io.frontlineservice.customer.ContactRules;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CustomerService;
import io.frontlineservice.limit.AnswerLimit;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the templates. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ ContentSettings.class, TemplateSettings.class })
class TemplateConfiguration {

	@Bean
	CatalogueFile catalogueFile(TemplateSettings settings) {
		if (settings.location() == null) {
			return CatalogueFile.none();
		}
		return CatalogueFile
			.of(CatalogueFile.watched(settings.location(), settings.reloadInterval(), settings.defaults().language()));
	}

	@Bean
	@ConditionalOnBooleanProperty("frontline.templates.content.enabled")
	ContentCopy contentCopy(ContentLibrary library, ContentSettings settings, Clock clock, MeterRegistry meters) {
		return new ContentCopy(library, settings.refreshInterval(), clock, meters);
	}

	@Bean
	LiveCatalogue liveCatalogue(CatalogueFile file, ObjectProvider<ContentCopy> copy, ContentSettings content,
			TemplateSettings settings) {
		ContentCopy contents = copy.getIfAvailable();
		return new LiveCatalogue(file::catalogue, () -> (contents != null) ? contents.contents() : null, content,
				settings.defaults().language());
	}

	@Bean
	LeftOutTemplates leftOutTemplates(MeterRegistry meters) {
		return new LeftOutTemplates(meters);
	}

	@Bean
	TemplateService templateService(LiveCatalogue catalogue, TemplateSettings settings, CustomerService customers,
			ContactRules rules, AnswerLimit limit, LeftOutTemplates leftOut, OfferedTemplates offered, Clock clock) {
		return new TemplateService(catalogue, settings.defaults(), customers, rules, new CategoryLimit(limit, leftOut),
				offered, clock);
	}

	@Bean
	TemplateCrossCheck templateCrossCheck(CatalogueFile catalogue, CrmAdapter crm) {
		return new TemplateCrossCheck(catalogue::catalogue, crm::summary);
	}

	@Bean
	PreviewEndpoint previewEndpoint(CatalogueFile file, LiveCatalogue catalogue, TemplateCrossCheck check) {
		return new PreviewEndpoint(file, catalogue, check);
	}

}
