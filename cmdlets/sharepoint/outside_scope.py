"""Cmdlets that SharePoint Server has and this farm has not, by the product versions that have them.

They are recognised, so that an administrator learns that a name is right and out of scope rather than misspelt.
"""

from __future__ import annotations

_NAMES: dict[str, str] = {
    "": """
        Add-FASTSearchResource Add-FASTSearchSpelltuning Clear-FASTSearchContentCollection
        Get-FASTSearchContentCollection Get-FASTSearchDocumentProcessingPipeline Get-FASTSearchMetadataCategory
        Get-FASTSearchMetadataCrawledProperty Get-FASTSearchMetadataCrawledPropertyMapping
        Get-FASTSearchMetadataFullTextIndex Get-FASTSearchMetadataFullTextIndexMapping
        Get-FASTSearchMetadataManagedProperty Get-FASTSearchMetadataRankProfile Get-FASTSearchResource
        Get-FASTSearchSearchSettingGroup Get-FASTSearchSecurityAliaser Get-FASTSearchSecurityCCTKServer
        Get-FASTSearchSecurityClaimsUserStore Get-FASTSearchSecurityCompleteGroupExpansion
        Get-FASTSearchSecurityDecodedSid Get-FASTSearchSecurityDefaultUserStore Get-FASTSearchSecurityEncodedSid
        Get-FASTSearchSecurityGeneralSettings Get-FASTSearchSecurityLogLevel Get-FASTSearchSecurityLotusNotesUserStore
        Get-FASTSearchSecurityPublicFilter Get-FASTSearchSecurityRegexAliaser Get-FASTSearchSecurityUserFilter
        Get-FASTSearchSecurityUserStore Get-FASTSearchSecurityUserStoreGroupExpansion Get-FASTSearchSecurityWorkerNode
        Get-FASTSearchSecurityXMLAliaser Get-FASTSearchSpelltuningStatus Install-FASTSearchAdminDatabase
        New-FASTSearchContentCollection New-FASTSearchMetadataCategory New-FASTSearchMetadataCrawledProperty
        New-FASTSearchMetadataCrawledPropertyMapping New-FASTSearchMetadataFullTextIndex
        New-FASTSearchMetadataFullTextIndexMapping New-FASTSearchMetadataManagedProperty
        New-FASTSearchMetadataRankProfile New-FASTSearchSearchSettingGroup New-FASTSearchSecurityClaimsUserStore
        New-FASTSearchSecurityLotusNotesUserStore New-FASTSearchSecurityRegexAliaser
        New-FASTSearchSecurityRegexAliaserPattern New-FASTSearchSecurityXMLAliaser Remove-FASTSearchContentCollection
        Remove-FASTSearchMetadataCategory Remove-FASTSearchMetadataCrawledPropertyMapping
        Remove-FASTSearchMetadataFullTextIndex Remove-FASTSearchMetadataFullTextIndexMapping
        Remove-FASTSearchMetadataManagedProperty Remove-FASTSearchMetadataRankProfile Remove-FASTSearchResource
        Remove-FASTSearchSearchSettingGroup Remove-FASTSearchSecurityAliaser Remove-FASTSearchSecurityUserStore
        Remove-FASTSearchSpelltuning Set-FASTSearchConfiguration Set-FASTSearchIPSec Set-FASTSearchMetadataCategory
        Set-FASTSearchMetadataCrawledProperty Set-FASTSearchMetadataCrawledPropertyMapping
        Set-FASTSearchMetadataFullTextIndex Set-FASTSearchMetadataFullTextIndexMapping
        Set-FASTSearchMetadataManagedProperty Set-FASTSearchMetadataRankProfile Set-FASTSearchSecurityCCTKServer
        Set-FASTSearchSecurityClaimsUserStore Set-FASTSearchSecurityDefaultUserStore Set-FASTSearchSecurityLogLevel
        Set-FASTSearchSecurityLotusNotesUserStore Set-FASTSearchSecurityPublicFilter
        Set-FASTSearchSecurityRegexAliaser Set-FASTSearchSecurityXMLAliaser Start-SPProjectGenerateWsdl
        Test-DefenderAndAmsiWorkProperly Uninstall-FASTSearchAdminDatabase
    """,
    "2013": """
        Add-SPEduClassMember Add-SPEduUser Get-SPEduServiceSetting Get-SPExcelBIServer Get-SPExcelBlockedFileType
        Get-SPExcelDataConnectionLibrary Get-SPExcelDataProvider Get-SPExcelFileLocation Get-SPExcelServiceApplication
        Get-SPExcelUserDefinedFunction Install-SPEduSites New-SPEduClass New-SPExcelBIServer
        New-SPExcelBlockedFileType New-SPExcelDataConnectionLibrary New-SPExcelDataProvider New-SPExcelFileLocation
        New-SPExcelServiceApplication New-SPExcelUserDefinedFunction Remove-SPEduClassMember Remove-SPExcelBIServer
        Remove-SPExcelBlockedFileType Remove-SPExcelDataConnectionLibrary Remove-SPExcelDataProvider
        Remove-SPExcelFileLocation Remove-SPExcelUserDefinedFunction Set-SPEduServiceSetting Set-SPExcelBIServer
        Set-SPExcelDataConnectionLibrary Set-SPExcelDataProvider Set-SPExcelFileLocation Set-SPExcelServiceApplication
        Set-SPExcelUserDefinedFunction
    """,
    "2013,2016": """
        New-SPWorkManagementServiceApplication New-SPWorkManagementServiceApplicationProxy
        Set-SPWorkManagementServiceApplication Set-SPWorkManagementServiceApplicationProxy
    """,
    "2013,2016,2019": """
        Add-DatabaseToAvailabilityGroup Clear-SPPerformancePointServiceApplicationTrustedLocation
        Copy-SPAccessServicesDatabaseCredentials Export-SPPerformancePointContent Get-AvailabilityGroupStatus
        Get-SPAccessServiceApplication Get-SPAccessServicesApplication Get-SPAccessServicesDatabase
        Get-SPAccessServicesDatabaseServer Get-SPAccessServicesDatabaseServerGroup
        Get-SPAccessServicesDatabaseServerGroupMapping Get-SPPerformancePointServiceApplication
        Get-SPPerformancePointServiceApplicationTrustedLocation Get-SPSiteURL Import-SPPerformancePointContent
        New-SPAccessServiceApplication New-SPAccessServicesApplication New-SPAccessServicesApplicationProxy
        New-SPAccessServicesDatabaseServer New-SPAlternateURL New-SPPerformancePointServiceApplication
        New-SPPerformancePointServiceApplicationProxy New-SPPerformancePointServiceApplicationTrustedLocation
        Remove-DatabaseFromAvailabilityGroup Remove-SPAccessServicesDatabaseServer Remove-SPAlternateURL
        Remove-SPPerformancePointServiceApplication Remove-SPPerformancePointServiceApplicationProxy
        Remove-SPPerformancePointServiceApplicationTrustedLocation Remove-SPSiteURL
        Reset-SPAccessServicesDatabasePassword Set-SPAccessServiceApplication Set-SPAccessServicesApplication
        Set-SPAccessServicesDatabaseServer Set-SPAccessServicesDatabaseServerGroupMapping Set-SPAlternateURL
        Set-SPBingMapsKey Set-SPPerformancePointSecureDataValues Set-SPPerformancePointServiceApplication
        Set-SPSiteURL Update-SPHelp
    """,
    "2013,2016,2019,SE": """
        Add-SPAppDeniedEndpoint Add-SPClaimTypeMapping Add-SPDiagnosticsPerformanceCounter
        Add-SPDistributedCacheServiceInstance Add-SPInfoPathUserAgent Add-SPPluggableSecurityTrimmer
        Add-SPProfileLeader Add-SPProfileSyncConnection Add-SPRoutingMachineInfo Add-SPRoutingMachinePool
        Add-SPRoutingRule Add-SPScaleOutDatabase Add-SPSecureStoreSystemAccount Add-SPServerScaleOutDatabase
        Add-SPServiceApplicationProxyGroupMember Add-SPShellAdmin Add-SPSiteSubscriptionFeaturePackMember
        Add-SPSiteSubscriptionProfileConfig Add-SPSolution Add-SPThrottlingRule Add-SPUserLicenseMapping
        Add-SPUserSolution Backup-SPConfigurationDatabase Backup-SPEnterpriseSearchServiceApplicationIndex
        Backup-SPFarm Backup-SPSite Clear-SPAppDeniedEndpointList Clear-SPBusinessDataCatalogEntityNotificationWeb
        Clear-SPDistributedCacheItem Clear-SPLogLevel Clear-SPMetadataWebServicePartitionData
        Clear-SPScaleOutDatabaseDeletedDataSubRange Clear-SPScaleOutDatabaseLog Clear-SPScaleOutDatabaseTenantData
        Clear-SPSecureStoreCredentialMapping Clear-SPSecureStoreDefaultProvider
        Clear-SPServerScaleOutDatabaseDeletedDataSubRange Clear-SPServerScaleOutDatabaseLog
        Clear-SPServerScaleOutDatabaseTenantData Clear-SPSiteSubscriptionBusinessDataCatalogConfig
        Connect-SPConfigurationDatabase Convert-SPWebApplication Copy-SPActivitiesToWorkflowService
        Copy-SPBusinessDataCatalogAclToChildren Copy-SPSite Disable-SPAppAutoProvision
        Disable-SPBusinessDataCatalogEntity Disable-SPFeature Disable-SPHealthAnalysisRule
        Disable-SPInfoPathFormTemplate Disable-SPSessionStateService Disable-SPSingleSignOn Disable-SPTimerJob
        Disable-SPUserLicensing Disable-SPWebApplicationHttpThrottling Disconnect-SPConfigurationDatabase
        Dismount-SPContentDatabase Dismount-SPStateServiceDatabase Enable-SPAppAutoProvision
        Enable-SPBusinessDataCatalogEntity Enable-SPFeature Enable-SPHealthAnalysisRule Enable-SPInfoPathFormTemplate
        Enable-SPSessionStateService Enable-SPTimerJob Enable-SPUserLicensing Enable-SPWebApplicationHttpThrottling
        Export-SPAppPackage Export-SPBusinessDataCatalogModel Export-SPEnterpriseSearchTopology
        Export-SPInfoPathAdministrationFiles Export-SPMetadataWebServicePartitionData
        Export-SPScaleOutDatabaseTenantData Export-SPServerScaleOutDatabaseTenantData
        Export-SPSiteSubscriptionBusinessDataCatalogConfig Export-SPSiteSubscriptionSettings Export-SPWeb
        Get-SPAlternateURL Get-SPAppAcquisitionConfiguration Get-SPAppAutoProvisionConnection
        Get-SPAppDeniedEndpointList Get-SPAppDisablingConfiguration Get-SPAppDomain Get-SPAppHostingQuotaConfiguration
        Get-SPAppInstance Get-SPAppPrincipal Get-SPAppScaleProfile Get-SPAppSiteSubscriptionName
        Get-SPAppStateSyncLastRunTime Get-SPAppStateUpdateInterval Get-SPAppStoreConfiguration
        Get-SPAuthenticationProvider Get-SPAuthenticationRealm Get-SPBackupHistory Get-SPBingMapsBlock
        Get-SPBingMapsKey Get-SPBrowserCustomerExperienceImprovementProgram
        Get-SPBusinessDataCatalogEntityNotificationWeb Get-SPBusinessDataCatalogMetadataObject
        Get-SPBusinessDataCatalogThrottleConfig Get-SPCertificateAuthority Get-SPClaimProvider
        Get-SPClaimProviderManager Get-SPClaimTypeEncoding Get-SPContentDatabase Get-SPContentDeploymentJob
        Get-SPContentDeploymentPath Get-SPCustomLayoutsPage Get-SPDataConnectionFile Get-SPDataConnectionFileDependent
        Get-SPDatabase Get-SPDeletedSite Get-SPDesignerSettings Get-SPDiagnosticConfig
        Get-SPDiagnosticsPerformanceCounter Get-SPDiagnosticsProvider Get-SPDistributedCacheClientSetting
        Get-SPEnterpriseSearchAdministrationComponent Get-SPEnterpriseSearchComponent
        Get-SPEnterpriseSearchContentEnrichmentConfiguration Get-SPEnterpriseSearchCrawlContentSource
        Get-SPEnterpriseSearchCrawlCustomConnector Get-SPEnterpriseSearchCrawlDatabase
        Get-SPEnterpriseSearchCrawlExtension Get-SPEnterpriseSearchCrawlLogReadPermission
        Get-SPEnterpriseSearchCrawlMapping Get-SPEnterpriseSearchCrawlRule Get-SPEnterpriseSearchFileFormat
        Get-SPEnterpriseSearchHostController Get-SPEnterpriseSearchLanguageResourcePhrase
        Get-SPEnterpriseSearchLinguisticComponentsStatus Get-SPEnterpriseSearchLinksDatabase
        Get-SPEnterpriseSearchMetadataCategory Get-SPEnterpriseSearchMetadataCrawledProperty
        Get-SPEnterpriseSearchMetadataManagedProperty Get-SPEnterpriseSearchMetadataMapping
        Get-SPEnterpriseSearchOwner Get-SPEnterpriseSearchPropertyRule Get-SPEnterpriseSearchPropertyRuleCollection
        Get-SPEnterpriseSearchQueryAndSiteSettingsService Get-SPEnterpriseSearchQueryAndSiteSettingsServiceInstance
        Get-SPEnterpriseSearchQueryAndSiteSettingsServiceProxy Get-SPEnterpriseSearchQueryAuthority
        Get-SPEnterpriseSearchQueryDemoted Get-SPEnterpriseSearchQueryKeyword Get-SPEnterpriseSearchQueryScope
        Get-SPEnterpriseSearchQueryScopeRule Get-SPEnterpriseSearchQuerySpellingCorrection
        Get-SPEnterpriseSearchQuerySuggestionCandidates Get-SPEnterpriseSearchRankingModel
        Get-SPEnterpriseSearchResultItemType Get-SPEnterpriseSearchResultSource Get-SPEnterpriseSearchSecurityTrimmer
        Get-SPEnterpriseSearchService Get-SPEnterpriseSearchServiceApplication
        Get-SPEnterpriseSearchServiceApplicationBackupStore Get-SPEnterpriseSearchServiceApplicationProxy
        Get-SPEnterpriseSearchServiceInstance Get-SPEnterpriseSearchSiteHitRule Get-SPEnterpriseSearchStatus
        Get-SPEnterpriseSearchTopology Get-SPEnterpriseSearchVssDataPath Get-SPFarm Get-SPFarmConfig Get-SPFeature
        Get-SPHealthAnalysisRule Get-SPHelpCollection Get-SPIRMSettings Get-SPInfoPathFormTemplate
        Get-SPInfoPathFormsService Get-SPInfoPathUserAgent Get-SPInfoPathWebServiceProxy
        Get-SPInternalAppStateSyncLastRunTime Get-SPInternalAppStateUpdateInterval Get-SPLogEvent Get-SPLogLevel
        Get-SPManagedAccount Get-SPManagedPath Get-SPMetadataServiceApplication Get-SPMetadataServiceApplicationProxy
        Get-SPMobileMessagingAccount Get-SPO365LinkSettings Get-SPODataConnectionSetting
        Get-SPODataConnectionSettingMetadata Get-SPOfficeStoreAppsDefaultActivation Get-SPPendingUpgradeActions
        Get-SPPluggableSecurityTrimmer Get-SPProcessAccount Get-SPProduct Get-SPProfileLeader
        Get-SPProfileServiceApplicationSecurity Get-SPRequestManagementSettings Get-SPRoutingMachineInfo
        Get-SPRoutingMachinePool Get-SPRoutingRule Get-SPScaleOutDatabase Get-SPScaleOutDatabaseDataState
        Get-SPScaleOutDatabaseInconsistency Get-SPScaleOutDatabaseLogEntry Get-SPSecureStoreApplication
        Get-SPSecureStoreSystemAccount Get-SPSecurityTokenServiceConfig Get-SPServer Get-SPServerScaleOutDatabase
        Get-SPServerScaleOutDatabaseDataState Get-SPServerScaleOutDatabaseInconsistency
        Get-SPServerScaleOutDatabaseLogEntry Get-SPServiceApplication Get-SPServiceApplicationEndpoint
        Get-SPServiceApplicationPool Get-SPServiceApplicationProxy Get-SPServiceApplicationProxyGroup
        Get-SPServiceApplicationSecurity Get-SPServiceContext Get-SPServiceHostConfig Get-SPServiceInstance
        Get-SPSessionStateService Get-SPShellAdmin Get-SPSite Get-SPSiteAdministration Get-SPSiteSubscription
        Get-SPSiteSubscriptionConfig Get-SPSiteSubscriptionEdiscoveryHub Get-SPSiteSubscriptionEdiscoverySearchScope
        Get-SPSiteSubscriptionFeaturePack Get-SPSiteSubscriptionIRMConfig Get-SPSiteSubscriptionMetadataConfig
        Get-SPSiteUpgradeSessionInfo Get-SPSolution Get-SPStateServiceApplication Get-SPStateServiceApplicationProxy
        Get-SPStateServiceDatabase Get-SPTaxonomySession Get-SPThrottlingRule Get-SPTimerJob
        Get-SPTopologyServiceApplication Get-SPTopologyServiceApplicationProxy Get-SPTranslationThrottlingSetting
        Get-SPTrustedIdentityTokenIssuer Get-SPTrustedRootAuthority Get-SPTrustedSecurityTokenIssuer
        Get-SPTrustedServiceTokenIssuer Get-SPUpgradeActions Get-SPUsageApplication Get-SPUsageDefinition
        Get-SPUsageService Get-SPUser Get-SPUserLicense Get-SPUserLicenseMapping Get-SPUserLicensing
        Get-SPUserSettingsProvider Get-SPUserSettingsProviderManager Get-SPUserSolution Get-SPVisioExternalData
        Get-SPVisioPerformance Get-SPVisioSafeDataProvider Get-SPVisioServiceApplication
        Get-SPVisioServiceApplicationProxy Get-SPWOPIBinding Get-SPWOPISuppressionSetting Get-SPWOPIZone Get-SPWeb
        Get-SPWebApplication Get-SPWebApplicationAppDomain Get-SPWebApplicationHttpThrottlingMonitor Get-SPWebPartPack
        Get-SPWebTemplate Get-SPWorkflowConfig Get-SPWorkflowServiceApplicationProxy
        Grant-SPBusinessDataCatalogMetadataObject Grant-SPObjectSecurity Import-SPAppPackage
        Import-SPBusinessDataCatalogDotNetAssembly Import-SPBusinessDataCatalogModel
        Import-SPEnterpriseSearchCustomExtractionDictionary Import-SPEnterpriseSearchPopularQueries
        Import-SPEnterpriseSearchThesaurus Import-SPEnterpriseSearchTopology Import-SPInfoPathAdministrationFiles
        Import-SPMetadataWebServicePartitionData Import-SPScaleOutDatabaseTenantData
        Import-SPServerScaleOutDatabaseTenantData Import-SPSiteSubscriptionBusinessDataCatalogConfig
        Import-SPSiteSubscriptionSettings Import-SPWeb Initialize-SPResourceSecurity Initialize-SPStateServiceDatabase
        Install-SPApp Install-SPApplicationContent Install-SPDataConnectionFile Install-SPFeature
        Install-SPHelpCollection Install-SPInfoPathFormTemplate Install-SPService Install-SPSolution
        Install-SPUserSolution Install-SPWebPartPack Merge-SPLogFile Mount-SPContentDatabase
        Mount-SPStateServiceDatabase Move-SPBlobStorageLocation Move-SPDeletedSite
        Move-SPEnterpriseSearchLinksDatabases Move-SPProfileManagedMetadataProperty Move-SPSite Move-SPSocialComment
        Move-SPUser New-SPAppManagementServiceApplication New-SPAppManagementServiceApplicationProxy
        New-SPAuthenticationProvider New-SPAzureAccessControlServiceApplicationProxy
        New-SPBECWebServiceApplicationProxy New-SPBusinessDataCatalogServiceApplication
        New-SPBusinessDataCatalogServiceApplicationProxy New-SPCentralAdministration New-SPClaimProvider
        New-SPClaimTypeEncoding New-SPClaimTypeMapping New-SPClaimsPrincipal New-SPConfigurationDatabase
        New-SPContentDatabase New-SPContentDeploymentJob New-SPContentDeploymentPath
        New-SPEnterpriseSearchAdminComponent New-SPEnterpriseSearchAnalyticsProcessingComponent
        New-SPEnterpriseSearchContentEnrichmentConfiguration New-SPEnterpriseSearchContentProcessingComponent
        New-SPEnterpriseSearchCrawlComponent New-SPEnterpriseSearchCrawlContentSource
        New-SPEnterpriseSearchCrawlCustomConnector New-SPEnterpriseSearchCrawlDatabase
        New-SPEnterpriseSearchCrawlExtension New-SPEnterpriseSearchCrawlMapping New-SPEnterpriseSearchCrawlRule
        New-SPEnterpriseSearchFileFormat New-SPEnterpriseSearchIndexComponent
        New-SPEnterpriseSearchLanguageResourcePhrase New-SPEnterpriseSearchLinksDatabase
        New-SPEnterpriseSearchMetadataCategory New-SPEnterpriseSearchMetadataCrawledProperty
        New-SPEnterpriseSearchMetadataManagedProperty New-SPEnterpriseSearchMetadataMapping
        New-SPEnterpriseSearchQueryAuthority New-SPEnterpriseSearchQueryDemoted New-SPEnterpriseSearchQueryKeyword
        New-SPEnterpriseSearchQueryProcessingComponent New-SPEnterpriseSearchQueryScope
        New-SPEnterpriseSearchQueryScopeRule New-SPEnterpriseSearchRankingModel New-SPEnterpriseSearchResultItemType
        New-SPEnterpriseSearchResultSource New-SPEnterpriseSearchSecurityTrimmer
        New-SPEnterpriseSearchServiceApplication New-SPEnterpriseSearchServiceApplicationProxy
        New-SPEnterpriseSearchSiteHitRule New-SPEnterpriseSearchTopology New-SPLogFile New-SPManagedAccount
        New-SPManagedPath New-SPMarketplaceWebServiceApplicationProxy New-SPMetadataServiceApplication
        New-SPMetadataServiceApplicationProxy New-SPODataConnectionSetting
        New-SPOnlineApplicationPrincipalManagementServiceApplicationProxy New-SPPowerPointConversionServiceApplication
        New-SPPowerPointConversionServiceApplicationProxy New-SPProfileServiceApplication
        New-SPProfileServiceApplicationProxy New-SPRequestManagementRuleCriteria New-SPSecureStoreApplication
        New-SPSecureStoreApplicationField New-SPSecureStoreServiceApplication New-SPSecureStoreServiceApplicationProxy
        New-SPSecureStoreTargetApplication New-SPServiceApplicationPool New-SPServiceApplicationProxyGroup New-SPSite
        New-SPSiteSubscription New-SPSiteSubscriptionFeaturePack New-SPStateServiceApplication
        New-SPStateServiceApplicationProxy New-SPStateServiceDatabase New-SPSubscriptionSettingsServiceApplication
        New-SPSubscriptionSettingsServiceApplicationProxy New-SPTranslationServiceApplication
        New-SPTranslationServiceApplicationProxy New-SPTrustedIdentityTokenIssuer New-SPTrustedRootAuthority
        New-SPTrustedSecurityTokenIssuer New-SPTrustedServiceTokenIssuer New-SPUsageApplication New-SPUsageLogFile
        New-SPUser New-SPUserLicenseMapping New-SPUserSettingsProvider New-SPVisioSafeDataProvider
        New-SPVisioServiceApplication New-SPVisioServiceApplicationProxy New-SPWOPIBinding
        New-SPWOPISuppressionSetting New-SPWeb New-SPWebApplication New-SPWebApplicationAppDomain
        New-SPWebApplicationExtension New-SPWordConversionServiceApplication New-SPWorkflowServiceApplicationProxy
        Publish-SPServiceApplication Receive-SPServiceApplicationConnectionInfo Register-SPAppPrincipal
        Register-SPWorkflowService Remove-SPActivityFeedItems Remove-SPAppDeniedEndpoint
        Remove-SPAppPrincipalPermission Remove-SPBusinessDataCatalogModel Remove-SPClaimProvider
        Remove-SPClaimTypeMapping Remove-SPConfigurationDatabase Remove-SPContentDatabase
        Remove-SPContentDeploymentJob Remove-SPContentDeploymentPath Remove-SPDeletedSite
        Remove-SPDiagnosticsPerformanceCounter Remove-SPDistributedCacheServiceInstance
        Remove-SPEnterpriseSearchComponent Remove-SPEnterpriseSearchContentEnrichmentConfiguration
        Remove-SPEnterpriseSearchCrawlContentSource Remove-SPEnterpriseSearchCrawlCustomConnector
        Remove-SPEnterpriseSearchCrawlDatabase Remove-SPEnterpriseSearchCrawlExtension
        Remove-SPEnterpriseSearchCrawlLogReadPermission Remove-SPEnterpriseSearchCrawlMapping
        Remove-SPEnterpriseSearchCrawlRule Remove-SPEnterpriseSearchFileFormat
        Remove-SPEnterpriseSearchLanguageResourcePhrase Remove-SPEnterpriseSearchLinksDatabase
        Remove-SPEnterpriseSearchMetadataCategory Remove-SPEnterpriseSearchMetadataManagedProperty
        Remove-SPEnterpriseSearchMetadataMapping Remove-SPEnterpriseSearchQueryAuthority
        Remove-SPEnterpriseSearchQueryDemoted Remove-SPEnterpriseSearchQueryKeyword
        Remove-SPEnterpriseSearchQueryScope Remove-SPEnterpriseSearchQueryScopeRule
        Remove-SPEnterpriseSearchRankingModel Remove-SPEnterpriseSearchResultItemType
        Remove-SPEnterpriseSearchResultSource Remove-SPEnterpriseSearchSecurityTrimmer
        Remove-SPEnterpriseSearchServiceApplication Remove-SPEnterpriseSearchServiceApplicationProxy
        Remove-SPEnterpriseSearchServiceApplicationSiteSettings Remove-SPEnterpriseSearchSiteHitRule
        Remove-SPEnterpriseSearchTenantConfiguration Remove-SPEnterpriseSearchTenantSchema
        Remove-SPEnterpriseSearchTopology Remove-SPInfoPathUserAgent Remove-SPManagedAccount Remove-SPManagedPath
        Remove-SPODataConnectionSetting Remove-SPPluggableSecurityTrimmer Remove-SPProfileLeader
        Remove-SPProfileSyncConnection Remove-SPRoutingMachineInfo Remove-SPRoutingMachinePool Remove-SPRoutingRule
        Remove-SPScaleOutDatabase Remove-SPSecureStoreApplication Remove-SPSecureStoreSystemAccount
        Remove-SPServerScaleOutDatabase Remove-SPServiceApplication Remove-SPServiceApplicationPool
        Remove-SPServiceApplicationProxy Remove-SPServiceApplicationProxyGroup
        Remove-SPServiceApplicationProxyGroupMember Remove-SPShellAdmin Remove-SPSite Remove-SPSiteSubscription
        Remove-SPSiteSubscriptionBusinessDataCatalogConfig Remove-SPSiteSubscriptionFeaturePack
        Remove-SPSiteSubscriptionFeaturePackMember Remove-SPSiteSubscriptionMetadataConfig
        Remove-SPSiteSubscriptionProfileConfig Remove-SPSiteSubscriptionSettings Remove-SPSiteUpgradeSessionInfo
        Remove-SPSocialItemByDate Remove-SPSolution Remove-SPSolutionDeploymentLock Remove-SPStateServiceDatabase
        Remove-SPThrottlingRule Remove-SPTranslationServiceJobHistory Remove-SPTrustedIdentityTokenIssuer
        Remove-SPTrustedRootAuthority Remove-SPTrustedSecurityTokenIssuer Remove-SPTrustedServiceTokenIssuer
        Remove-SPUsageApplication Remove-SPUser Remove-SPUserLicenseMapping Remove-SPUserSettingsProvider
        Remove-SPUserSolution Remove-SPVisioSafeDataProvider Remove-SPWOPIBinding Remove-SPWOPISuppressionSetting
        Remove-SPWeb Remove-SPWebApplication Remove-SPWebApplicationAppDomain Remove-SPWordConversionServiceJobHistory
        Rename-SPServer Repair-SPManagedAccountDeployment Repair-SPSite Request-SPUpgradeEvaluationSite
        Restart-SPAppInstanceJob Restore-SPDeletedSite Restore-SPEnterpriseSearchServiceApplication
        Restore-SPEnterpriseSearchServiceApplicationIndex Restore-SPFarm Restore-SPSite
        Resume-SPEnterpriseSearchServiceApplication Resume-SPStateServiceDatabase
        Revoke-SPBusinessDataCatalogMetadataObject Revoke-SPObjectSecurity Set-SPAppAcquisitionConfiguration
        Set-SPAppAutoProvisionConnection Set-SPAppDisablingConfiguration Set-SPAppDomain
        Set-SPAppHostingQuotaConfiguration Set-SPAppManagementDeploymentId Set-SPAppPrincipalPermission
        Set-SPAppScaleProfile Set-SPAppSiteDomain Set-SPAppSiteSubscriptionName Set-SPAppStateUpdateInterval
        Set-SPAppStoreConfiguration Set-SPAuthenticationRealm Set-SPBingMapsBlock
        Set-SPBrowserCustomerExperienceImprovementProgram Set-SPBusinessDataCatalogEntityNotificationWeb
        Set-SPBusinessDataCatalogMetadataObject Set-SPBusinessDataCatalogServiceApplication
        Set-SPBusinessDataCatalogThrottleConfig Set-SPCentralAdministration Set-SPClaimProvider Set-SPContentDatabase
        Set-SPContentDeploymentJob Set-SPContentDeploymentPath Set-SPCustomLayoutsPage Set-SPDataConnectionFile
        Set-SPDesignerSettings Set-SPDiagnosticConfig Set-SPDiagnosticsProvider Set-SPDistributedCacheClientSetting
        Set-SPEnterpriseSearchAdministrationComponent Set-SPEnterpriseSearchContentEnrichmentConfiguration
        Set-SPEnterpriseSearchCrawlContentSource Set-SPEnterpriseSearchCrawlDatabase
        Set-SPEnterpriseSearchCrawlLogReadPermission Set-SPEnterpriseSearchCrawlRule
        Set-SPEnterpriseSearchFileFormatState Set-SPEnterpriseSearchLinguisticComponentsStatus
        Set-SPEnterpriseSearchLinksDatabase Set-SPEnterpriseSearchMetadataCategory
        Set-SPEnterpriseSearchMetadataCrawledProperty Set-SPEnterpriseSearchMetadataManagedProperty
        Set-SPEnterpriseSearchMetadataMapping Set-SPEnterpriseSearchPrimaryHostController
        Set-SPEnterpriseSearchQueryAuthority Set-SPEnterpriseSearchQueryKeyword Set-SPEnterpriseSearchQueryScope
        Set-SPEnterpriseSearchQueryScopeRule Set-SPEnterpriseSearchQuerySpellingCorrection
        Set-SPEnterpriseSearchRankingModel Set-SPEnterpriseSearchResultItemType Set-SPEnterpriseSearchResultSource
        Set-SPEnterpriseSearchService Set-SPEnterpriseSearchServiceApplication
        Set-SPEnterpriseSearchServiceApplicationProxy Set-SPEnterpriseSearchServiceInstance
        Set-SPEnterpriseSearchTopology Set-SPFarmConfig Set-SPIRMSettings Set-SPInfoPathFormTemplate
        Set-SPInfoPathFormsService Set-SPInfoPathWebServiceProxy Set-SPInternalAppStateUpdateInterval Set-SPLogLevel
        Set-SPManagedAccount Set-SPMetadataServiceApplication Set-SPMetadataServiceApplicationProxy
        Set-SPMobileMessagingAccount Set-SPO365LinkSettings Set-SPODataConnectionSetting
        Set-SPODataConnectionSettingMetadata Set-SPOfficeStoreAppsDefaultActivation Set-SPPassPhrase
        Set-SPPowerPointConversionServiceApplication Set-SPProfileServiceApplication
        Set-SPProfileServiceApplicationProxy Set-SPProfileServiceApplicationSecurity Set-SPRequestManagementSettings
        Set-SPRoutingMachineInfo Set-SPRoutingMachinePool Set-SPRoutingRule Set-SPScaleOutDatabaseDataRange
        Set-SPScaleOutDatabaseDataSubRange Set-SPSecureStoreApplication Set-SPSecureStoreDefaultProvider
        Set-SPSecureStoreServiceApplication Set-SPSecurityTokenServiceConfig Set-SPServerScaleOutDatabaseDataRange
        Set-SPServerScaleOutDatabaseDataSubRange Set-SPServiceApplication Set-SPServiceApplicationEndpoint
        Set-SPServiceApplicationPool Set-SPServiceApplicationSecurity Set-SPServiceHostConfig
        Set-SPSessionStateService Set-SPSite Set-SPSiteAdministration Set-SPSiteSubscriptionConfig
        Set-SPSiteSubscriptionEdiscoveryHub Set-SPSiteSubscriptionIRMConfig Set-SPSiteSubscriptionMetadataConfig
        Set-SPSiteSubscriptionProfileConfig Set-SPStateServiceApplication Set-SPStateServiceApplicationProxy
        Set-SPStateServiceDatabase Set-SPSubscriptionSettingsServiceApplication Set-SPThrottlingRule Set-SPTimerJob
        Set-SPTopologyServiceApplication Set-SPTopologyServiceApplicationProxy Set-SPTranslationServiceApplication
        Set-SPTranslationServiceApplicationProxy Set-SPTranslationThrottlingSetting Set-SPTrustedIdentityTokenIssuer
        Set-SPTrustedRootAuthority Set-SPTrustedSecurityTokenIssuer Set-SPTrustedServiceTokenIssuer
        Set-SPUsageApplication Set-SPUsageDefinition Set-SPUsageService Set-SPUser Set-SPVisioExternalData
        Set-SPVisioPerformance Set-SPVisioSafeDataProvider Set-SPVisioServiceApplication Set-SPWOPIBinding
        Set-SPWOPIZone Set-SPWeb Set-SPWebApplication Set-SPWebApplicationHttpThrottlingMonitor
        Set-SPWordConversionServiceApplication Set-SPWorkflowConfig Split-SPScaleOutDatabase
        Split-SPServerScaleOutDatabase Start-SPAdminJob Start-SPAssignment Start-SPContentDeploymentJob
        Start-SPDiagnosticsSession Start-SPEnterpriseSearchQueryAndSiteSettingsServiceInstance
        Start-SPEnterpriseSearchServiceInstance Start-SPInfoPathFormTemplate Start-SPServiceInstance Start-SPTimerJob
        Stop-SPAssignment Stop-SPDiagnosticsSession Stop-SPDistributedCacheServiceInstance
        Stop-SPEnterpriseSearchQueryAndSiteSettingsServiceInstance Stop-SPEnterpriseSearchServiceInstance
        Stop-SPInfoPathFormTemplate Stop-SPServiceInstance Suspend-SPEnterpriseSearchServiceApplication
        Suspend-SPStateServiceDatabase Test-SPContentDatabase Test-SPO365LinkSettings Test-SPSite
        Uninstall-SPAppInstance Uninstall-SPDataConnectionFile Uninstall-SPFeature Uninstall-SPHelpCollection
        Uninstall-SPInfoPathFormTemplate Uninstall-SPSolution Uninstall-SPUserSolution Uninstall-SPWebPartPack
        Unpublish-SPServiceApplication Update-SPAppCatalogConfiguration Update-SPAppInstance
        Update-SPDistributedCacheSize Update-SPFarmEncryptionKey Update-SPInfoPathAdminFileUrl
        Update-SPInfoPathFormTemplate Update-SPInfoPathUserFileUrl Update-SPProfilePhotoStore
        Update-SPRepopulateMicroblogFeedCache Update-SPRepopulateMicroblogLMTCache
        Update-SPSecureStoreApplicationServerKey Update-SPSecureStoreCredentialMapping
        Update-SPSecureStoreGroupCredentialMapping Update-SPSecureStoreMasterKey Update-SPSolution
        Update-SPUserSolution Update-SPWOPIProofKey Upgrade-SPContentDatabase
        Upgrade-SPEnterpriseSearchServiceApplication Upgrade-SPEnterpriseSearchServiceApplicationSiteSettings
        Upgrade-SPFarm Upgrade-SPSingleSignOnDatabase Upgrade-SPSite
    """,
    "2016": """
        Dismount-SPSiteMapDatabase Get-SPSiteMapDatabase Migrate-SPProjectDatabase Mount-SPSiteMapDatabase
        Upgrade-SPSiteMapDatabase
    """,
    "2016,2019": """
        Export-SPAccessServicesDatabase Get-SPInsightsConfig Get-SPProjectOdataConfiguration
        Import-SPAccessServicesDatabase Set-SPProjectOdataConfiguration
    """,
    "2016,2019,SE": """
        Copy-SPSideBySideFiles Copy-SPTaxonomyGroups Disable-ProjectServerLicense
        Disable-SPProjectActiveDirectoryEnterpriseResourcePoolSync Disable-SPProjectEmailNotification
        Disable-SPProjectEnterpriseProjectTaskSync Disable-SPProjectQueueStatsMonitoring
        Disable-SPUserSolutionAllowList Disable-SPWebTemplateForSiteMaster Enable-ProjectServerLicense
        Enable-SPProjectActiveDirectoryEnterpriseResourcePoolSync Enable-SPProjectEmailNotification
        Enable-SPProjectEnterpriseProjectTaskSync Enable-SPProjectQueueStatsMonitoring Enable-SPUserSolutionAllowList
        Enable-SPWebTemplateForSiteMaster Export-SPTagsAndNotesData Get-ProjectServerLicense
        Get-SPAppStoreWebServiceConfiguration Get-SPConnectedServiceApplicationInformation Get-SPMicrofeedOptions
        Get-SPProjectDatabaseQuota Get-SPProjectDatabaseUsage Get-SPProjectEnterpriseProjectTaskSync
        Get-SPProjectEventServiceSettings Get-SPProjectIsEmailNotificationEnabled Get-SPProjectPCSSettings
        Get-SPProjectPermissionMode Get-SPProjectQueueSettings Get-SPProjectWebInstance Get-SPService Get-SPSiteMaster
        Get-SPUserSolutionAllowList Get-SPWebTemplatesEnabledForSiteMaster
        Invoke-SPProjectActiveDirectoryEnterpriseResourcePoolSync Invoke-SPProjectActiveDirectoryGroupSync
        Merge-SPUsageLog Migrate-SPDatabase Migrate-SPProjectResourcePlans Move-SPAppManagementData
        New-SPProjectServiceApplication New-SPProjectServiceApplicationProxy New-SPSiteMaster
        New-SPUserSolutionAllowList Pause-SPProjectWebInstance Remove-SPCentralAdministration
        Remove-SPProjectWebInstanceData Remove-SPSiteMaster Repair-SPProjectWebInstance
        Reset-SPProjectEventServiceSettings Reset-SPProjectPCSSettings Reset-SPProjectQueueSettings Reset-SPSites
        Resume-SPProjectWebInstance Set-SPAppStoreWebServiceConfiguration Set-SPDefaultProfileConfig
        Set-SPMicrofeedOptions Set-SPProjectDatabaseQuota Set-SPProjectEventServiceSettings Set-SPProjectPCSSettings
        Set-SPProjectPermissionMode Set-SPProjectQueueSettings Set-SPProjectServiceApplication Set-SPProjectUserSync
        Set-SPProjectUserSyncDisabledSyncThreshold Set-SPProjectUserSyncFullSyncThreshold
        Set-SPProjectUserSyncOffPeakSyncThreshold Set-SPServer Start-SPService Stop-SPService
        Stop-SPTaxonomyReplication Sync-SPProjectPermissions Test-SPInfoPathFormTemplate
        Test-SPProjectServiceApplication Test-SPProjectWebInstance Upgrade-SPAppManagementServiceApplication
        Upgrade-SPProfileServiceApplication
    """,
    "2019,SE": """
        Clear-SPContentDatabaseSyncData Copy-SPContentTypes Get-SPContentDatabaseOrphanedData
        Get-SPProjectReportingTimephasedMode Invoke-SPProjectRedactUser Remove-SPApplicationCredentialKey
        Set-SPApplicationCredentialKey Set-SPProjectReportingTimephasedMode Stop-SPContentTypeReplication
        Update-SPAzureBlobConfigLocatorEx1 Update-SPProfileSync
    """,
    "SE": """
        Add-SPCertificateNotificationContact Add-SPDatabaseToAvailabilityGroup
        Add-SPPeoplePickerDistributionListSearchDomain Add-SPPeoplePickerSearchADDomain
        Add-SPPeoplePickerServiceAccountDirectoryPath Clear-SPCertificateNotificationContact
        Clear-SPPeoplePickerDistributionListSearchDomain Clear-SPPeoplePickerSearchADDomain
        Clear-SPPeoplePickerServiceAccountDirectoryPath Deploy-SPVariation Disable-SPCustomerFeedbackForFarm
        Disable-SPCustomerFeedbackForUser Enable-SPCustomerFeedbackForFarm Enable-SPCustomerFeedbackForUser
        Export-SPCacheClusterConfig Export-SPCertificate Get-SPAvailabilityGroupStatus Get-SPCache
        Get-SPCacheClusterHealth Get-SPCacheClusterInfo Get-SPCacheHost Get-SPCacheHostConfig Get-SPCacheStatistics
        Get-SPCertificate Get-SPCertificateNotificationContact Get-SPCertificateSettings
        Get-SPFeatureReleasePreference Get-SPFlightsInfo Get-SPHybridDocVroomId Get-SPPeoplePickerConfig
        Get-SPPeoplePickerDistributionListSearchDomain Get-SPPeoplePickerSearchADDomain Get-SPRemoteShareBlobStore
        Get-SPSiteUrl Get-SPVariationJob Import-SPCacheClusterConfig Import-SPCertificate Move-SPCertificate
        New-SPAlternateUrl New-SPCache New-SPCertificate New-SPEvoSecurityTokenServiceApplicationProxy
        Register-SPRemoteShareBlobStore Register-SPVssWriter Remove-SPAlternateUrl Remove-SPCertificate
        Remove-SPCertificateNotificationContact Remove-SPConfigurationObject Remove-SPDatabaseFromAvailabilityGroup
        Remove-SPPeoplePickerDistributionListSearchDomain Remove-SPPeoplePickerSearchADDomain
        Remove-SPPeoplePickerServiceAccountDirectoryPath Remove-SPSiteUrl Rename-SPCertificate Renew-SPCertificate
        Repair-SPVariation Set-SPAlternateUrl Set-SPBingMapskey Set-SPCacheClusterSecurity Set-SPCertificateSettings
        Set-SPFeatureReleasePreference Set-SPMachineKey Set-SPPeoplePickerConfig Set-SPRemoteShareBlobStore
        Set-SPSiteUrl Start-SPCacheCluster Stop-SPCacheCluster Switch-SPBlobStorage Switch-SPCertificate
        Test-SPRemoteShareBlobStore Test-SPVariation Unregister-SPRemoteShareBlobStore Unregister-SPVssWriter
        Update-SPDataRetrievalServiceConfig Update-SPFlightsConfigFile Update-SPMachineKey Use-SPCacheCluster
    """,
}
"""Product versions, comma-separated (empty: not known) -> names."""


def versions_of(name: str) -> str | None:
    """The versions that have a cmdlet, as text; None for a name that SharePoint does not know."""
    folded = name.lower()
    for versions, names in _NAMES.items():
        if folded in names.lower().split():
            return ", ".join(versions.split(",")) if versions else ""
    return None
