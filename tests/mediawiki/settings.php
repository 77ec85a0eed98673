<?php
/**
 * What every embedded wiki adds to the settings that MediaWiki's installer wrote.
 *
 * LocalSettings.php sets $embeddedDirectory, the wiki's own folder, and requires this file.
 */

// The wiki lives for minutes: a crash may lose it, and not waiting for the disk halves an upload.
$wgDBservers = [ [
	'type' => 'sqlite',
	'host' => '',
	'user' => '',
	'password' => '',
	'dbname' => $wgDBname,
	'load' => 1,
	'variables' => [ 'synchronous' => 'OFF' ],
] ];
$wgJobTypeConf['default']['server']['variables'] = [ 'synchronous' => 'OFF' ];
$wgObjectCaches[CACHE_DB]['server']['variables'] = [ 'synchronous' => 'OFF' ];
$wgLocalisationCacheConf['storeServer']['variables'] = [ 'synchronous' => 'OFF' ];

$wgMainCacheType = CACHE_NONE;
$wgJobRunRate = 0;

$wgEnableUploads = true;
$wgUploadDirectory = "$embeddedDirectory/site/images";
$wgUploadPath = '/images';
$wgUseImageMagick = false;
$wgArticlePath = '/index.php?title=$1';

// The upload script puts a heading on pages that have none of its own; a test's page starts after
// this mark, and is saved as it is.
$wgHooks['UploadForm:getInitialPageText'][] = static function ( &$text ) {
	$text = preg_replace( '/^.*?<!-- the page starts here -->/s', '', $text );
};

// Bots are throttled by Pywikibot, and its throttle is not what is tested here.
$wgRateLimits = [];
$wgAccountCreationThrottle = 0;
$wgPasswordAttemptThrottle = [];
$wgEnableEmail = false;

// As on Commons: a new account is an ordinary user at once.
$wgAutoConfirmAge = 0;
$wgReadOnlyFile = "$embeddedDirectory/read-only.txt";

// Settings that a test changes while the wiki runs.
foreach ( json_decode( file_get_contents( "$embeddedDirectory/settings.json" ), true ) as $name => $value ) {
	$GLOBALS[$name] = $value;
}
